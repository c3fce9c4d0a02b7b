import type { ShelfRow } from '@core/contract/products'
import { shelfMoves } from '@core/domain/catalog/shelf-order'
import { useState } from 'react'
import { failureLine } from '@/copy/failures'
import { useLeaveQuestion } from '@/hooks/use-leave-question'
import { useLoad } from '@/hooks/use-load'
import { moveRow } from '@/pages/admin/form/rows'
import { callAdmin } from '@/services/call'
import { toast } from '@/services/toast'

/** The order of a shelf while it is edited; kept on the phone until it is saved as one. */
export function useShelf(categoryId: string | null) {
  const loaded = useLoad(
    () => callAdmin('products.shelf', categoryId === null ? {} : { categoryId }),
    categoryId ?? '',
  )
  const [order, setOrder] = useState<{ of: object; rows: ShelfRow[] } | null>(null)
  const [isBusy, setBusy] = useState(false)
  const shelf = loaded.value
  // What was moved belongs to what was loaded then.
  const rows = order !== null && order.of === shelf ? order.rows : (shelf?.items ?? [])
  const moves = shelf ? shelfMoves(rows, shelf.behind) : []
  const question = useLeaveQuestion(moves.length > 0)

  const move = (from: number, to: number) => {
    if (shelf) setOrder({ of: shelf, rows: moveRow(rows, from, to) })
  }
  const save = async () => {
    if (!shelf || isBusy || moves.length === 0) return
    setBusy(true)
    const answer = await callAdmin('products.arrange', { version: shelf.version, moves })
    setBusy(false)
    if (!answer.ok && answer.error.code !== 'VERSION_CONFLICT') {
      return toast(failureLine(answer.error))
    }
    toast(answer.ok ? '顺序存好了' : '刚有人排过，已换成新的顺序，再排一次')
    await loaded.reload()
  }
  return { loaded, rows, move, save, isBusy, isChanged: moves.length > 0, question }
}
