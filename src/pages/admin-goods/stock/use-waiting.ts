import type { WaitingView } from '@core/contract/reminders'
import type { StockRow } from '@core/contract/stock'
import { WAITING_PRODUCTS_MAX } from '@core/kernel/limits'
import { useEffect, useRef, useState } from 'react'
import { formatCount } from '@/copy/numbers'
import { callAdmin } from '@/services/call'

type Row = Pick<StockRow, 'productId' | 'skuId'>

/** How many customers wait for a SKU, in words: `12 人等到货`; `''` for nobody. */
export type WaitingCopy = (row: Row) => string

/** Asks, once for each product of a list, how many customers wait for it. */
export function useWaiting(rows: readonly Row[]): WaitingCopy {
  const [counts, setCounts] = useState<WaitingView>([])
  const asked = useRef(new Set<string>())
  useEffect(() => {
    const isNew = ({ productId }: Row) => !asked.current.has(productId)
    const fresh = [...new Set(rows.filter(isNew).map(({ productId }) => productId))]
    const productIds = fresh.slice(0, WAITING_PRODUCTS_MAX)
    if (productIds.length === 0) return
    for (const id of productIds) asked.current.add(id)
    void callAdmin('reminders.waiting', { productIds }).then((answer) => {
      if (answer.ok) setCounts((before) => [...before, ...answer.value])
    })
  }, [rows])
  return (row) => waitingCopy(row, counts)
}

function waitingCopy({ productId, skuId }: Row, counts: WaitingView): string {
  const own = counts.filter((count) => count.productId === productId)
  const of = (id: string | null) => own.find((count) => count.skuId === id)?.customers ?? 0
  const [stock, launch] = [of(skuId), of(null)]
  const parts = [
    ...(stock > 0 ? [`${formatCount(stock)} 人等到货`] : []),
    ...(launch > 0 ? [`${formatCount(launch)} 人等开售`] : []),
  ]
  return parts.join(' · ')
}
