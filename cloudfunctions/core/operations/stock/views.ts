import type { SkuDocument } from '@core/data/stock/documents'
import { specText } from '@core/domain/catalog/product'
import type { Program } from '@core/kernel/settings'
import type { StockRow } from '../../contract/stock'

/** A SKU as the staff see its stock. */
export const stockRow = (sku: SkuDocument, program: Program): StockRow => ({
  skuId: sku._id,
  productId: sku.productId,
  title: sku.title,
  spec: specText(sku.values),
  code: sku.code,
  picture: sku.picture,
  isOnSale: sku.isOnSale,
  available: sku.available,
  held: sku.heldPieces,
  inStore: sku.available + sku.heldPieces,
  sold: sku.sold,
  isLow: sku.available <= program.lowStockPieces,
})
