import type { MovementPage, MoveStockInput, StockRow } from '@core/contract/stock'
import { must, type TestShop } from './shop'

let minted = 0

/** A fresh id of a movement by hand. */
export const movementId = (): string => {
  minted += 1
  return `move${String(minted).padStart(16, '0')}`
}

/** The first page of a SKU's ledger, and what is there of it. */
export const ledgerOf = async (shop: TestShop, skuId: string): Promise<MovementPage> =>
  must(await shop.admin('stock.movements', { skuId }))

/** What is there of a SKU. */
export const stockOf = async (shop: TestShop, skuId: string): Promise<StockRow> =>
  (await ledgerOf(shop, skuId)).sku

/** What came in of a SKU, or went out by a count. */
export const moved = (skuId: string, quantity: number): MoveStockInput => {
  const movement = { movementId: movementId(), skuId, quantity, note: '' }
  return quantity > 0
    ? { ...movement, kind: 'restock', reason: 'purchase' }
    : { ...movement, kind: 'adjust', reason: 'counted' }
}
