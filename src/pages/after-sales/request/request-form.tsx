import type { AfterSaleOptions, AfterSaleView } from '@core/contract/after-sales'
import { AFTER_SALE_REASONS, type AfterSaleReason } from '@core/domain/after-sales/after-sale'
import { AFTER_SALE_WORDS_MAX, EVIDENCE_MAX } from '@core/kernel/limits'
import { Text, View } from '@tarojs/components'
import { useEffect } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Choice } from '@/components/choice'
import { PageShell } from '@/components/page-shell'
import { PhotoEditor } from '@/components/photos'
import { TextArea } from '@/components/text-area'
import {
  AFTER_SALE_KIND_COPY,
  AFTER_SALE_KIND_NOTES,
  AFTER_SALE_REASON_COPY,
} from '@/copy/after-sales'
import { loadMessageTemplates } from '@/services/subscribe'
import { EstimateCard } from './estimate-card'
import { ExchangeCard } from './exchange-card'
import { LinePicker } from './line-picker'
import { type RequestFormState, useRequest } from './use-request'

type Props = {
  orderId: string
  options: AfterSaleOptions
  lineKey: string | null
  /** The request that is being changed; `null` for a new one. */
  changed: AfterSaleView | null
}

/** The form of an after-sale request, new or changed: kind, lines, reason, words, estimate. */
export function RequestForm(props: Props) {
  const { orderId, options, changed } = props
  const { form, change, photos, error, isBusy, send } = useRequest(props)
  useEffect(() => void loadMessageTemplates(), [])
  return (
    <PageShell
      title={changed ? '修改申请' : '申请售后'}
      foot={
        <View className="request__foot">
          {error !== null && (
            <View className="request__error" role="alert">
              {error}
            </View>
          )}
          <Button wide busy={isBusy} disabled={photos.isBusy} onTap={() => void send()}>
            {changed ? '保存修改' : '提交申请'}
          </Button>
        </View>
      }
    >
      <KindCard options={options} form={form} onChange={change} />
      <LinePicker lines={options.lines} form={form} onPicks={(picks) => change({ picks })} />
      {form.kind === 'exchange' && <ExchangeCard options={options} form={form} onChange={change} />}
      <ReasonCard wasSent={options.wasSent} form={form} onChange={change} />
      <Card title="说明与照片" aside="选填，拍清楚处理得更快">
        <TextArea
          label="说明"
          value={form.words}
          max={AFTER_SALE_WORDS_MAX}
          placeholder="哪里不合适，想怎么处理"
          onChange={(words) => change({ words })}
        />
        <PhotoEditor
          names={photos.names}
          max={EVIDENCE_MAX}
          isBusy={photos.isBusy}
          onAdd={photos.add}
          onRemove={photos.remove}
        />
      </Card>
      {form.kind !== 'exchange' && (
        <EstimateCard orderId={orderId} afterSaleId={changed?.id} form={form} />
      )}
    </PageShell>
  )
}

type CardProps = { form: RequestFormState; onChange(part: Partial<RequestFormState>): void }

function KindCard({ options, form, onChange }: CardProps & Pick<Props, 'options'>) {
  return (
    <Card title="想怎么处理">
      <View className="request__choices">
        {options.kinds.map((kind) => (
          <Choice
            key={kind}
            isOnCard
            isSelected={form.kind === kind}
            onTap={() => onChange({ kind })}
          >
            {AFTER_SALE_KIND_COPY[kind]}
          </Choice>
        ))}
      </View>
      <Text className="request__note">{AFTER_SALE_KIND_NOTES[form.kind]}</Text>
    </Card>
  )
}

/** Reasons offered before anything was shipped. */
const REASONS_BEFORE_SHIPPING: readonly AfterSaleReason[] = ['NOT_WANTED', 'LATE', 'OTHER']

function ReasonCard({ wasSent, form, onChange }: CardProps & { wasSent: boolean }) {
  const reasons = AFTER_SALE_REASONS.filter(
    (one) => wasSent || REASONS_BEFORE_SHIPPING.includes(one),
  )
  return (
    <Card title="为什么">
      <View className="request__choices">
        {reasons.map((reason) => (
          <Choice
            key={reason}
            isOnCard
            isSelected={form.reason === reason}
            onTap={() => onChange({ reason })}
          >
            {AFTER_SALE_REASON_COPY[reason]}
          </Choice>
        ))}
      </View>
    </Card>
  )
}
