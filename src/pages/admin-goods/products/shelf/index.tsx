import type { Category } from '@core/domain/catalog/product'
import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Empty, Failure } from '@/components/empty'
import { PageShell } from '@/components/page-shell'
import { RowsSkeleton } from '@/components/skeleton'
import { useLoad } from '@/hooks/use-load'
import { ChipRow } from '@/pages/admin/chip-row'
import { isForbidden, StaffOnly } from '@/pages/admin/staff-only'
import { callAdmin } from '@/services/call'
import { ROW_PX, ShelfRow } from './shelf-row'
import { useShelf } from './use-shelf'
import './index.scss'

/** 排顺序: the order in which customers see the products on sale. */
export default function ShelfPage() {
  const [categoryId, setCategoryId] = useState<string | null>(null)
  const categories = useLoad(() => callAdmin('categories.list', {}), '')
  const shelf = useShelf(categoryId)
  const { loaded, rows } = shelf
  if (isForbidden(loaded.error)) return <StaffOnly />
  const foot = shelf.isChanged && (
    <Button wide busy={shelf.isBusy} onTap={() => void shelf.save()}>
      保存顺序
    </Button>
  )
  return (
    <PageShell title="排顺序" foot={foot}>
      <ChipRow
        options={chipsOf(categories.value ?? [])}
        selected={categoryId}
        overflow="scroll"
        onSelect={(id) => shelf.question.close(() => setCategoryId(id))}
      />
      <View className="shelf-note">
        {`按住右边拖动，或点一下再移动。首页和分类里顾客看到的就是这个顺序${moreCopy(loaded.value?.behind)}`}
      </View>
      {rows.length > 0 && <Rows shelf={shelf} />}
      {!loaded.value && loaded.error && (
        <Failure error={loaded.error} onRetry={() => void loaded.reload()} />
      )}
      {!loaded.value && !loaded.error && <RowsSkeleton count={6} />}
      {loaded.value && rows.length === 0 && (
        <Empty picture="basket" title="这里还没有在售的商品" note="上架以后再来排" />
      )}
    </PageShell>
  )
}

const moreCopy = (behind: object | null | undefined): string =>
  behind ? '；只列出前面的，后面的到各分类里排' : ''

const chipsOf = (all: readonly Category[]): (readonly [string | null, string])[] => [
  [null, '全店'],
  ...all.map(({ id, name }) => [id, name] as const),
]

/** A row that is being dragged: where the finger began, and where it stood then. */
type Drag = { id: string; startY: number; from: number }

function Rows({ shelf }: { shelf: ReturnType<typeof useShelf> }) {
  const { rows, move } = shelf
  const [openId, setOpenId] = useState<string | null>(null)
  const [draggedId, setDraggedId] = useState<string | null>(null)
  const drag = useRef<Drag | null>(null)
  const follow = (y: number) => {
    if (!drag.current) return
    const { id, from, startY } = drag.current
    // The row may be drawn by another view than the one that is touched.
    const at = rows.findIndex((row) => row.id === id)
    const steps = Math.round((y - startY) / ROW_PX)
    const to = Math.min(Math.max(from + steps, 0), rows.length - 1)
    if (to !== at) move(at, to)
  }
  return (
    <Card>
      {rows.map((row, at) => (
        <ShelfRow
          key={row.id}
          row={row}
          place={at}
          isOpen={openId === row.id}
          isDragged={draggedId === row.id}
          onToggle={() => setOpenId(openId === row.id ? null : row.id)}
          onMove={(to) => move(at, to)}
          onDragStart={(startY) => {
            drag.current = { id: row.id, startY, from: at }
            setOpenId(null)
            setDraggedId(row.id)
          }}
          onDrag={follow}
          onDrop={() => {
            drag.current = null
            setDraggedId(null)
          }}
        />
      ))}
    </Card>
  )
}
