import type { StaffOrderRow } from '@core/contract/orders'
import { SHIPPING_LIST_MAX } from '@core/kernel/limits'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Checkbox } from '@/components/checkbox'
import { Failure } from '@/components/empty'
import { LongList } from '@/components/long-list'
import { RowsSkeleton } from '@/components/skeleton'
import { failureLine } from '@/copy/failures'
import { addressRows } from '@/copy/parcels'
import type { Pages } from '@/hooks/use-pages'
import { ListFoot } from '@/pages/admin/list-foot'
import { callAdmin } from '@/services/call'
import { copyToClipboard } from '@/services/clipboard'
import { toast } from '@/services/toast'

type Props = { pages: Pages<StaffOrderRow> }

/** The orders that wait, all of them selected, and their addresses for the clipboard. */
export function WaitingCard({ pages }: Props) {
  const [without, setWithout] = useState<ReadonlySet<string>>(new Set())
  const [isBusy, setBusy] = useState(false)
  const { items, status, error } = pages
  const chosen = items.filter(({ id }) => !without.has(id)).map(({ id }) => id)

  const toggle = (id: string) => {
    const next = new Set(without)
    if (!next.delete(id)) next.add(id)
    setWithout(next)
  }

  const copy = async () => {
    setBusy(true)
    const text = await addressesOf(chosen)
    setBusy(false)
    if (text !== null) await copyToClipboard(text)
  }

  if (items.length === 0 && error) {
    return <Failure error={error} onRetry={() => void pages.reload()} />
  }
  if (status === 'loading') return <RowsSkeleton count={4} />
  if (items.length === 0) return <Card title="待发货">都发出去了</Card>
  return (
    <Card title="待发货">
      <Button
        kind="soft"
        wide
        busy={isBusy}
        disabled={chosen.length === 0}
        onTap={() => void copy()}
      >
        {`复制 ${chosen.length} 单的地址`}
      </Button>
      <LongList items={items} layout="plain" keyOf={({ id }) => id}>
        {(order) => (
          <View className="batch__order">
            <Checkbox
              isChecked={!without.has(order.id)}
              label={`选 ${order.memberName} 的订单`}
              onTap={() => toggle(order.id)}
            />
            <View className="batch__facts">
              <Text>{goodsOf(order)}</Text>
              <Text className="batch__note">
                {[order.address?.name, order.address?.region].filter(Boolean).join(' · ')}
              </Text>
              <Text className="batch__note" selectable>
                {order.id}
              </Text>
            </View>
          </View>
        )}
      </LongList>
      <ListFoot pages={pages} unit="单" />
    </Card>
  )
}

const goodsOf = ({ lines }: StaffOrderRow): string =>
  lines
    .filter(({ kind }) => kind !== 'service')
    .map(({ title, quantity }) => `${title} ×${quantity}`)
    .join('、')

/** The addresses of orders as rows of text; `null` after a failure is said. */
async function addressesOf(orderIds: readonly string[]): Promise<string | null> {
  const parts: string[] = []
  for (let from = 0; from < orderIds.length; from += SHIPPING_LIST_MAX) {
    const part = orderIds.slice(from, from + SHIPPING_LIST_MAX)
    const answer = await callAdmin('orders.addresses', { orderIds: part })
    if (!answer.ok) {
      toast(failureLine(answer.error))
      return null
    }
    parts.push(addressRows(answer.value.addresses))
  }
  return parts.filter((part) => part !== '').join('\n')
}
