import { specWords } from '@core/domain/catalog/product'
import type { StockRow } from '../../contract/stock'
import type { SkuDocument } from '../../data/documents'
import type { Program } from '../../domain/program'

/** A SKU as the staff see its stock. */
export const stockRow = (sku: SkuDocument, program: Program): StockRow => ({
  skuId: sku._id,
  productId: sku.productId,
  title: sku.title,
  spec: specWords(sku.values),
  code: sku.code,
  picture: sku.picture,
  isOnSale: sku.isOnSale,
  available: sku.available,
  held: sku.heldPieces,
  inStore: sku.available + sku.heldPieces,
  sold: sku.sold,
  isLow: sku.available <= program.lowStockPieces,
})
