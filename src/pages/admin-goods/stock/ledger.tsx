import type { MovementRow } from '@core/contract/stock'
import { Text, View } from '@tarojs/components'
import { Failure } from '@/components/empty'
import { LongList } from '@/components/long-list'
import { SkeletonBlock } from '@/components/skeleton'
import { tappable } from '@/components/tappable'
import { formatWhen } from '@/copy/dates'
import { formatCount } from '@/copy/numbers'
import { MOVEMENT_COPY, MOVEMENT_REASON_COPY, signedQuantity } from '@/copy/stock'
import { usePages } from '@/hooks/use-pages'
import { ListFoot } from '@/pages/admin/list-foot'
import { callAdmin } from '@/services/call'
import { today as dayNow } from '@/services/clock'
import { go } from '@/services/route'
import './ledger.scss'

/** 流水: stock movements of a SKU, latest first, each with the stock after it. */
export function Ledger({ skuId }: { skuId: string }) {
  const pages = usePages((cursor) => callAdmin('stock.movements', { skuId, cursor }), skuId)
  const { items, status, error } = pages
  if (items.length === 0 && error) {
    return <Failure error={error} onRetry={() => void pages.reload()} />
  }
  if (status === 'loading') return <LedgerSkeleton />
  return (
    <>
      <LongList items={items} layout="rows" keyOf={({ id }) => id}>
        {(line) => <Line line={line} />}
      </LongList>
      <ListFoot pages={pages} unit="笔" />
    </>
  )
}

function Line({ line }: { line: MovementRow }) {
  const { kind, reason, note, quantity, balance, orderId } = line
  const why = [reason && MOVEMENT_REASON_COPY[reason], note].filter(Boolean).join(' · ')
  const who = [formatWhen(line.at, dayNow()), line.by].filter(Boolean).join(' · ')
  return (
    <View
      className="ledger-line"
      {...(orderId === null ? {} : tappable(`${MOVEMENT_COPY[kind]}，看订单`, 'link'))}
      onClick={() => orderId !== null && go.staffOrder(orderId)}
    >
      <View className="ledger-line__words">
        <Text className="ledger-line__kind">{MOVEMENT_COPY[kind]}</Text>
        {why !== '' && <Text className="ledger-line__note">{why}</Text>}
        <Text className="ledger-line__note">{who}</Text>
      </View>
      <View className="ledger-line__end">
        <Text className="ledger-line__quantity">{signedQuantity(quantity)}</Text>
        <Text className="ledger-line__note">{`在库 ${formatCount(balance)}`}</Text>
      </View>
    </View>
  )
}

/** Placeholder lines. */
const BONES = 3

const LedgerSkeleton = () => (
  <View aria-busy>
    {Array.from({ length: BONES }, (_, at) => (
      <View key={at} className="ledger-line">
        <View className="ledger-line__words">
          <SkeletonBlock shape="title" />
          <SkeletonBlock shape="line" />
        </View>
      </View>
    ))}
  </View>
)
