import type { StaffOrderPage, StaffOrderRow } from '@core/contract/orders'
import { Text } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/components/button'
import { PageShell } from '@/components/page-shell'
import { SearchField } from '@/components/search-field'
import { usePages } from '@/hooks/use-pages'
import { useShownAgain } from '@/hooks/use-shown-again'
import { ChipRow } from '@/pages/admin/chip-row'
import { loadMore } from '@/pages/admin/list-foot'
import { isForbidden, StaffOnly } from '@/pages/admin/staff-only'
import { callAdmin } from '@/services/call'
import { go } from '@/services/route'
import { CancelReasons } from './cancel-reasons'
import { OrderList } from './order-list'
import { type OrderPart, PARTS, stateOf } from './parts'
import { nearOrdersCopy } from './search-copy'
import './index.scss'

/** 订单: orders by their state, those to be sent the first due first; or what a word finds. */
export default function OrdersPage() {
  const [part, setPart] = useState<OrderPart>('toShip')
  const [word, setWord] = useState('')
  const pages = usePages<StaffOrderRow, StaffOrderPage>(
    (cursor) =>
      callAdmin('orders.list', { ...(word ? { word } : { state: stateOf(part) }), cursor }),
    word ? `word ${word}` : part,
  )
  useReachBottom(() => loadMore(pages))
  // An order may have been shipped on its own page.
  useShownAgain(() => void pages.reload())
  if (isForbidden(pages.error)) return <StaffOnly />
  const near = nearOrdersCopy(word, pages.first?.near ?? null)
  return (
    <PageShell title="订单">
      <SearchField
        word={word}
        placeholder="订单号、收货人、手机号、商品"
        label="搜索订单"
        onSearch={(typed) => setWord(typed.trim())}
      />
      {word === '' && (
        <>
          <ChipRow options={PARTS} selected={part} overflow="scroll" onSelect={setPart} />
          {part === 'toShip' && pages.items.length > 1 && (
            <Button kind="soft" wide onTap={go.staffShippingList}>
              批量发货
            </Button>
          )}
          {part === 'closed' && <CancelReasons />}
        </>
      )}
      {near !== null && <Text className="orders__near">{near}</Text>}
      <OrderList
        pages={pages}
        part={part}
        word={word}
        onAll={() => {
          setWord('')
          setPart('all')
        }}
      />
    </PageShell>
  )
}
