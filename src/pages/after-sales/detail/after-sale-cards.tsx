import type { AfterSaleView } from '@core/contract/after-sales'
import type { ReturnParcel } from '@core/domain/after-sales/after-sale'
import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ItemRow } from '@/components/item-row'
import { Photos } from '@/components/photos'
import { SumRow } from '@/components/sum-row'
import {
  AFTER_SALE_KIND_COPY,
  AFTER_SALE_REASON_COPY,
  AFTER_SALE_STATE_COPY,
  afterSaleStepCopy,
  refundWayCopy,
} from '@/copy/after-sales'
import { formatMoment } from '@/copy/dates'
import { timeLeftCopy } from '@/copy/orders'
import { copyToClipboard } from '@/services/clipboard'
import { now, today } from '@/services/clock'
import { showPictures } from '@/services/picture'

type Props = { afterSale: AfterSaleView }

/** State, time left for the shop or the customer to act, and the next step. */
export function StatusCard({ afterSale }: Props) {
  const { state, refusal } = afterSale
  return (
    <View className="standing">
      <Text className="standing__state">{AFTER_SALE_STATE_COPY[state]}</Text>
      {refusal !== '' && <Text className="standing__due">{`店家说：${refusal}`}</Text>}
      <Text className="standing__due">{dueCopy(afterSale)}</Text>
      <Text className="standing__next">{afterSaleStepCopy(afterSale)}</Text>
    </View>
  )
}

function dueCopy({ state, dueAt }: AfterSaleView): string {
  const left = dueAt === null ? '' : timeLeftCopy(dueAt, now())
  if (left === '') return ''
  if (state === 'requested') return `店家最迟 ${left}内回复`
  return state === 'agreed' ? `请在 ${left}内寄出，过时会自动撤回` : ''
}

/** Completed steps, latest first, and the parcels. */
export function ProgressCard({ afterSale }: Props) {
  const steps = stepsOf(afterSale)
  return (
    <Card title="进度">
      {steps.map(({ name, at }) => (
        <View key={name} className="fact">
          <Text className="fact__name">{formatMoment(at, today())}</Text>
          <Text className="fact__value">{name}</Text>
        </View>
      ))}
      <Parcel name="寄回" parcel={afterSale.returnParcel} />
      <Parcel name="新货" parcel={afterSale.exchangeParcel} />
    </Card>
  )
}

function stepsOf({
  state,
  kind,
  requestedAt,
  changedAt,
  decidedAt,
  returnParcel,
  receivedAt,
  finishedAt,
}: AfterSaleView): { name: string; at: number }[] {
  const ended = state === 'refused' || state === 'withdrawn'
  const last = kind === 'exchange' ? '新货已发出' : '钱已退回'
  const endName = state === 'refused' ? '店家没有同意' : '已撤回'
  return [
    ['提交申请', requestedAt],
    ['修改申请', changedAt ?? null],
    ['店家同意', ended ? null : decidedAt],
    ['寄回商品', returnParcel?.at ?? null],
    ['店家收到', receivedAt],
    [ended ? endName : last, finishedAt],
  ]
    .flatMap(([name, at]) =>
      typeof name === 'string' && typeof at === 'number' ? [{ name, at }] : [],
    )
    .reverse()
}

function Parcel({ name, parcel }: { name: string; parcel: ReturnParcel | null }) {
  if (!parcel) return null
  return (
    <View className="fact">
      <Text className="fact__name">{`${name}包裹`}</Text>
      <Text className="fact__value">{`${parcel.carrier} ${parcel.trackingNumber}`}</Text>
      <Button
        kind="quiet"
        size="small"
        label={`复制${name}单号`}
        onTap={() => void copyToClipboard(parcel.trackingNumber)}
      >
        复制
      </Button>
    </View>
  )
}

/** The request: lines, refund, reason, description, photos. */
export function RequestCard({ afterSale }: Props) {
  const { id, kind, lines, reason, words, pictures, refundFen, deductionFen } = afterSale
  return (
    <Card title={AFTER_SALE_KIND_COPY[kind]}>
      {lines.map((line) => (
        <ItemRow
          key={line.key}
          line={{ ...line, title: line.name || line.title }}
          prices={line.prices}
        />
      ))}
      {kind !== 'exchange' && (
        <>
          {deductionFen > 0 && <SumRow label="赠品留下，按价扣除" fen={-deductionFen} />}
          <SumRow label={refundLabel(afterSale)} fen={refundFen} isTotal />
          {refundFen > 0 && (
            <Text className="fact__note">{refundWayCopy(afterSale.isOutside)}</Text>
          )}
        </>
      )}
      <View className="fact">
        <Text className="fact__name">原因</Text>
        <Text className="fact__value">{AFTER_SALE_REASON_COPY[reason]}</Text>
      </View>
      {words !== '' && (
        <View className="fact">
          <Text className="fact__name">说明</Text>
          <Text className="fact__value">{words}</Text>
        </View>
      )}
      <Photos names={pictures} label="照片" onOpen={(first) => showPictures(pictures, first)} />
      <View className="fact">
        <Text className="fact__name">售后单号</Text>
        <Text className="fact__value">{id}</Text>
      </View>
    </Card>
  )
}

function refundLabel({ state }: AfterSaleView): string {
  switch (state) {
    case 'done':
      return '已退'
    case 'refunding':
    case 'refundFailed':
      return '正在退'
    case 'refused':
    case 'withdrawn':
      return '申请退'
    default:
      return '预计退'
  }
}
