import type { Fen } from '@core/kernel/money'
import { useRef, useState } from 'react'
import { failureLine } from '@/copy/failures'
import { useLoad } from '@/hooks/use-load'
import { amountText, parseAmount, parseWhole } from '@/pages/admin/form/numbers'
import { callAdmin } from '@/services/call'
import { mintId } from '@/services/ids'

/** What is typed for a SKU: its price in yuan, and its available pieces. */
type Typed = { price: string; pieces: string }

/** A SKU whose price or stock is changed; without a new count, `movementId` is empty. */
type Change = { skuId: string; priceFen: Fen; pieces: number; movementId: string }

/** Prices and stock of a product's SKUs that are being edited together; kept until saved. */
export function useQuickEdit(productId: string, onSaved: () => void) {
  const loaded = useLoad(() => callAdmin('products.show', { productId }), productId)
  const [edits, setEdits] = useState<Record<string, Partial<Typed>>>({})
  const [error, setError] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const movementIds = useRef<Record<string, string>>({})

  const typedOf = (skuId: string): Typed => {
    const product = loaded.value
    const priceFen = product?.skus.find(({ id }) => id === skuId)?.priceFen ?? 0
    const shown = { price: amountText(priceFen), pieces: String(product?.stock[skuId] ?? 0) }
    return { ...shown, ...edits[skuId] }
  }
  const type = (skuId: string, part: Partial<Typed>) => {
    setEdits((before) => ({ ...before, [skuId]: { ...before[skuId], ...part } }))
    // Another number is another movement: the one before may have been written.
    if (part.pieces !== undefined) movementIds.current[skuId] = mintId()
    setError(undefined)
  }
  const save = async () => {
    const changes = Object.keys(edits).map((id) => ({
      skuId: id,
      priceFen: parseAmount(typedOf(id).price) ?? 0,
      pieces: parseWhole(typedOf(id).pieces) ?? NaN,
      movementId: movementIds.current[id] ?? '',
    }))
    const isPriced = changes.every(({ priceFen }) => priceFen > 0)
    if (!isPriced) return setError('价格填大于 0 的数字')
    if (changes.some(({ pieces }) => !(pieces >= 0))) return setError('库存填整数')
    setBusy(true)
    const failure = await saveAll(productId, changes)
    setBusy(false)
    if (failure !== null) return setError(failure)
    onSaved()
  }
  return { loaded, typedOf, type, error, isBusy, save }
}

/**
 * Saves the prices, then the stock of each SKU that was counted anew; answers what failed. The
 * product is read again: it may have been sold or edited meanwhile, or written by an earlier try
 * whose answer was lost.
 */
async function saveAll(productId: string, changes: readonly Change[]): Promise<string | null> {
  const present = await callAdmin('products.show', { productId })
  if (!present.ok) return failureLine(present.error)
  const { stock, ...product } = present.value
  const prices = new Map(changes.map(({ skuId, priceFen }) => [skuId, priceFen]))
  const skus = product.skus.map((sku) => ({
    ...sku,
    priceFen: prices.get(sku.id) ?? sku.priceFen,
  }))
  if (skus.some(({ priceFen }, at) => priceFen !== product.skus[at]?.priceFen)) {
    const saved = await callAdmin('products.save', { ...product, skus })
    if (!saved.ok) return `价格没有存上：${failureLine(saved.error)}`
  }
  for (const { skuId, pieces, movementId } of changes) {
    if (movementId === '') continue
    const quantity = pieces - (stock[skuId] ?? 0)
    if (quantity === 0) continue
    const counted = { kind: 'adjust', reason: 'counted', movementId, skuId, quantity } as const
    const moved = await callAdmin('stock.move', counted)
    if (!moved.ok) return stockErrorCopy(moved.error)
  }
  return null
}

const stockErrorCopy = (error: { code: string; available?: number }): string =>
  error.code === 'STOCK_SHORT'
    ? `刚卖出了几件，现在可售 ${error.available ?? 0} 件，看看数字再存一次`
    : `库存没有存上：${failureLine(error)}`
