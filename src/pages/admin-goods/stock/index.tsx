import type { StockRow as Row } from '@core/contract/stock'
import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { Choice } from '@/components/choice'
import { Empty, Failure } from '@/components/empty'
import { PageShell } from '@/components/page-shell'
import { RowsSkeleton } from '@/components/skeleton'
import { type Pages, usePages } from '@/hooks/use-pages'
import { ListFoot, moreOf } from '@/pages/admin/list-foot'
import { SearchField } from '@/pages/admin/search-field'
import { isBarred, StaffOnly } from '@/pages/admin/staff-only'
import { callAdmin } from '@/services/call'
import { EMPTY_COPY, FILTER_COPY, FILTERS, type StockFilter } from './filters'
import { StockRow } from './stock-row'
import { StockSheet } from './stock-sheet'
import './index.scss'

/** 库存: what runs low, what is out, and everything; a tap shows a SKU's ledger and moves it. */
export default function StockPage() {
  const [filter, setFilter] = useState<StockFilter>('low')
  const [word, setWord] = useState('')
  const [opened, setOpened] = useState<Row | null>(null)
  const pages = usePages(
    (cursor) => callAdmin('stock.list', { filter, ...(word && { word }), cursor }),
    `${filter} ${word}`,
  )
  useReachBottom(() => moreOf(pages))
  if (isBarred(pages.error)) return <StaffOnly />
  const take = (row: Row) => {
    pages.patch(({ skuId }) => skuId === row.skuId, row)
    setOpened(row)
  }
  return (
    <PageShell title="库存">
      <SearchField word={word} placeholder="搜商品名、货号" label="搜索库存" onSearch={setWord} />
      <View className="stock-filters">
        {FILTERS.map((one) => (
          <Choice key={one} isSelected={filter === one} onTap={() => setFilter(one)}>
            {FILTER_COPY[one]}
          </Choice>
        ))}
      </View>
      <StockList pages={pages} filter={filter} word={word} onOpen={setOpened} />
      <StockSheet row={opened} onClose={() => setOpened(null)} onMoved={take} />
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
      {items.map((row) => (
        <StockRow key={row.skuId} row={row} onOpen={onOpen} />
      ))}
      <ListFoot pages={pages} unit="款" />
    </>
  )
}
