import type {
  DifferenceView,
  ReconciliationRow,
  ReconciliationView,
} from '@core/contract/reconciliation'
import type { Total } from '@core/domain/reconciliation/reconciliation'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Failure } from '@/components/empty'
import { Icon } from '@/components/icon'
import { SkeletonBlock } from '@/components/skeleton'
import { Tag } from '@/components/tag'
import { tappable } from '@/components/tappable'
import { formatDay, formatMoment } from '@/copy/dates'
import { formatAmount } from '@/copy/numbers'
import { TextSheet } from '@/pages/admin/text-sheet'
import { today } from '@/services/clock'
import { go } from '@/services/route'
import { COMMON_NOTES } from './difference-copy'
import { DifferenceRow } from './difference-row'
import { useDay } from './use-day'

/** Characters of a note (the contract's bound). */
const NOTE_MAX = 100

type Props = {
  row: ReconciliationRow
  isOpen: boolean
  onToggle(): void
  onChange(view: ReconciliationView): void
}

/** A day: whether both sides agree, the sums, and the differences behind a tap. */
export function DayCard({ row, isOpen, onToggle, onChange }: Props) {
  const name = formatDay(row.day, today())
  return (
    <View className="day-card">
      <View
        className="day-card__head"
        {...tappable(`${name}，${stateCopy(row)}`)}
        aria-expanded={isOpen}
        onClick={onToggle}
      >
        <Text className="day-card__name">{name}</Text>
        <StateTag row={row} />
        <View className={isOpen ? 'day-card__sign day-card__sign--open' : 'day-card__sign'}>
          <Icon name="next" />
        </View>
      </View>
      <Text className="day-card__sums">{sumsCopy(row)}</Text>
      {isOpen && <DayDetail day={row.day} onChange={onChange} />}
    </View>
  )
}

const stateCopy = ({ state, open, stuck, reason }: ReconciliationRow): string => {
  // The bill was there, and the comparison failed in the shop itself.
  if (state === 'failed') return reason === 'INTERNAL' ? '没核对成' : '没取到账单'
  return state === 'balanced' ? '对上了' : `${open + stuck} 处要看`
}

function StateTag({ row }: { row: ReconciliationRow }) {
  const tone = { balanced: 'leaf', different: 'price', failed: 'gold' } as const
  return <Tag tone={tone[row.state]}>{stateCopy(row)}</Tag>
}

const totalCopy = (word: string, { count, fen }: Total): string =>
  count === 0 ? `没有${word}` : `${word} ${formatAmount(fen)}（${count} 笔）`

const sumsCopy = ({ state, paid, refunded }: ReconciliationRow): string =>
  state === 'failed'
    ? '明天早上会再核对一次'
    : `微信账单：${totalCopy('收款', paid.there)}，${totalCopy('退款', refunded.there)}`

function DayDetail({ day, onChange }: Pick<Props, 'onChange'> & { day: string }) {
  const { loaded, busy, run, settle, resolve } = useDay(day, onChange)
  const [resolving, setResolving] = useState<DifferenceView | null>(null)
  const { value, error } = loaded
  if (!value && error) return <Failure error={error} onRetry={() => void loaded.reload()} />
  if (!value) return <SkeletonBlock shape="line" />
  return (
    <>
      {value.differences.map((one) => (
        <DifferenceRow
          key={`${one.kind} ${one.number}`}
          difference={one}
          isBusy={busy === one.number}
          onSettle={() => void settle(one)}
          onResolve={() => setResolving(one)}
        />
      ))}
      {value.stuck > 0 && (
        <View className="day-card__stuck">
          <Text className="day-card__sums">{`这一天有 ${value.stuck} 笔钱卡住了`}</Text>
          <Button kind="soft" size="small" onTap={go.staffStuckMoney}>
            去处理
          </Button>
        </View>
      )}
      {value.more > 0 && (
        <Text className="day-card__sums">{`还有 ${value.more} 处没列出，请联系技术人员`}</Text>
      )}
      <View className="day-card__foot">
        <Text className="day-card__when">{`${formatMoment(value.checkedAt, today())} 核对`}</Text>
        <Button kind="quiet" size="small" busy={busy === 'run'} onTap={() => void run()}>
          再核对一次
        </Button>
      </View>
      {resolving && (
        <TextSheet
          title="怎么处理的"
          action="记下"
          placeholder="写一句，以后看得明白"
          max={NOTE_MAX}
          suggestions={COMMON_NOTES}
          onClose={() => setResolving(null)}
          onSend={async (note) => {
            const error = await resolve(resolving, note)
            if (error === undefined) setResolving(null)
            return error
          }}
        />
      )}
    </>
  )
}
