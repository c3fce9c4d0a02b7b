import type { StockRow as Row } from '@core/contract/stock'
import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { Empty, Failure } from '@/components/empty'
import { LongList } from '@/components/long-list'
import { PageShell } from '@/components/page-shell'
import { SearchField } from '@/components/search-field'
import { RowsSkeleton } from '@/components/skeleton'
import { type Pages, usePages } from '@/hooks/use-pages'
import { ChipRow } from '@/pages/admin/chip-row'
import { ListFoot, loadMore } from '@/pages/admin/list-foot'
import { isForbidden, StaffOnly } from '@/pages/admin/staff-only'
import { callAdmin } from '@/services/call'
import { EMPTY_COPY, FILTERS, type StockFilter } from './filters'
import { StockRow } from './stock-row'
import { StockSheet } from './stock-sheet'
import { useWaiting } from './use-waiting'

/** 库存: SKUs by stock; a tap opens the ledger of one and the form that changes it. */
export default function StockPage() {
  const [filter, setFilter] = useState<StockFilter>('low')
  const [word, setWord] = useState('')
  const [selected, setSelected] = useState<Row | null>(null)
  const pages = usePages(
    (cursor) => callAdmin('stock.list', { filter, ...(word && { word }), cursor }),
    `${filter} ${word}`,
  )
  useReachBottom(() => loadMore(pages))
  if (isForbidden(pages.error)) return <StaffOnly />
  const update = (row: Row) => {
    pages.patch(({ skuId }) => skuId === row.skuId, row)
    setSelected(row)
  }
  return (
    <PageShell title="库存">
      <SearchField word={word} placeholder="搜商品名、货号" label="搜索库存" onSearch={setWord} />
      <ChipRow options={FILTERS} selected={filter} onSelect={setFilter} />
      <StockList pages={pages} filter={filter} word={word} onOpen={setSelected} />
      <StockSheet row={selected} onClose={() => setSelected(null)} onMoved={update} />
    </PageShell>
  )
}

type ListProps = {
  pages: Pages<Row>
  filter: StockFilter
  word: string
  onOpen: (row: Row) => void
}

function StockList({ pages, filter, word, onOpen }: ListProps) {
  const { items, status, error } = pages
  const waitingOf = useWaiting(items)
  if (items.length === 0 && error) {
    return <Failure error={error} onRetry={() => void pages.reload()} />
  }
  if (items.length === 0 && status === 'loading') return <RowsSkeleton count={5} />
  if (items.length === 0) {
    const { picture, title, note } = EMPTY_COPY[filter]
    return word ? (
      <Empty picture="leaf" title={`没有找到「${word}」`} note="换个词，或在全部里找找" />
    ) : (
      <Empty picture={picture} title={title} note={note} />
    )
  }
  return (
    <>
      <LongList items={items} keyOf={({ skuId }) => skuId}>
        {(row) => <StockRow row={row} waiting={waitingOf(row)} onOpen={onOpen} />}
      </LongList>
      <ListFoot pages={pages} unit="款" />
    </>
  )
}
