import type { ProductInput } from '@core/contract/catalog'
import type { NotFound } from '@core/contract/errors'
import type { Page } from '@core/contract/primitives'
import type {
  ProductListInput,
  SaveProductInput,
  StaffProductRow,
  StaffProductView,
  SwitchProductInput,
} from '@core/contract/products'
import { findByWord } from '@core/data/catalog/product-search'
import {
  findProducts,
  type ListedProduct,
  listedInOrder,
  toProduct,
} from '@core/data/catalog/products'
import { command } from '@core/data/database'
import { type CardSku, type EditorSku, editorSkus, skusOf } from '@core/data/stock/skus'
import { byVariantOrder, type Product, type SpecDimension } from '@core/domain/catalog/product'
import { fail, ok, type Result } from '@core/kernel/result'
import { switchedTokens } from '@core/kernel/search-tokens'
import type { Context } from '@core/operations/context'

/** The staff's list of products, on sale or not. */
export async function listStaffProducts(
  ctx: Context,
  { isOnSale, word, ...filter }: ProductListInput,
): Promise<Result<Page<StaffProductRow>, never>> {
  const narrowing = { ...filter, isOffSale: !isOnSale }
  if (!word) {
    const { items, next } = await findProducts(ctx.db, narrowing)
    const skus = await skusOf(
      ctx.db,
      items.map(({ id }) => id),
    )
    return ok({ items: items.map((product) => rowOf(product, skus)), next })
  }
  const { ids, next } = await findByWord(ctx.db, { word, ...narrowing })
  const [products, skus] = await Promise.all([listedInOrder(ctx.db, ids), skusOf(ctx.db, ids)])
  return ok({ items: products.map((product) => rowOf(product, skus)), next })
}

function rowOf(product: ListedProduct, skus: readonly CardSku[]): StaffProductRow {
  const own = skus.filter((sku) => sku.productId === product.id)
  const offered = own.filter((sku) => sku.isOffered)
  return {
    id: product.id,
    title: product.title,
    picture: product.pictures[0] ?? '',
    categoryId: product.categoryId,
    fromFen: product.fromFen,
    isFrom: new Set(offered.map(({ priceFen }) => priceFen)).size > 1,
    skus: offered.length,
    available: offered.reduce((sum, sku) => sum + sku.available, 0),
    sold: own.reduce((sum, sku) => sum + sku.sold, 0),
    isOnSale: product.isOnSale,
    launchAt: product.launchAt,
  }
}

/** A product for its editor, on sale or not. */
export async function showStaffProduct(
  ctx: Context,
  { productId }: ProductInput,
): Promise<Result<StaffProductView, NotFound>> {
  const [product, skus] = await Promise.all([
    ctx.db.get('products', productId),
    editorSkus(ctx.db, productId),
  ])
  if (!product) return fail({ code: 'NOT_FOUND' })
  const present = skus
    .filter((sku) => isOfShape(sku.values, product.dimensions))
    .sort(byVariantOrder(product.dimensions))
  return ok({
    ...editable(toProduct(product)),
    skus: present.map(editableSku),
    stock: Object.fromEntries(present.map((sku) => [sku._id, sku.available])),
  })
}

/** Whether a SKU fits the product's current dimensions; others are kept only for their orders. */
const isOfShape = (values: readonly string[], dimensions: readonly SpecDimension[]): boolean =>
  values.length === dimensions.length &&
  dimensions.every((dimension, at) => dimension.values.includes(values[at] ?? ''))

const editable = (product: Product): Omit<SaveProductInput, 'skus'> => ({
  id: product.id,
  categoryId: product.categoryId,
  brand: product.brand,
  tags: product.tags,
  title: product.title,
  subtitle: product.subtitle,
  pictures: product.pictures,
  description: product.description,
  details: product.details,
  guide: product.guide,
  attributes: product.attributes,
  dimensions: product.dimensions,
  isOnSale: product.isOnSale,
  launchAt: product.launchAt,
  earlyAccess: product.earlyAccess,
  limits: product.limits,
  fields: product.fields,
  services: product.services,
  isSample: product.isSample,
  sort: product.sort,
  keywords: product.keywords,
})

const editableSku = (sku: EditorSku): SaveProductInput['skus'][number] => ({
  id: sku._id,
  code: sku.code,
  values: sku.values,
  priceFen: sku.priceFen,
  marketFen: sku.marketFen,
  weightGrams: sku.weightGrams,
  picture: sku.picture,
  isOnSale: sku.isOffered,
  openingStock: sku.openingStock,
})

/** Puts a product on sale or takes it off; a SKU is on sale when its own switch is on as well. */
export async function switchProduct(
  ctx: Context,
  { productId, isOnSale }: SwitchProductInput,
): Promise<Result<{ isOnSale: boolean }, NotFound>> {
  const product = await ctx.db.get('products', productId)
  if (!product) return fail({ code: 'NOT_FOUND' })
  const { _id, tokens } = product
  await Promise.all([
    ctx.db.update(
      'products',
      { _id },
      { isOnSale, tokens: command.set(switchedTokens(tokens, isOnSale)) },
    ),
    ctx.db.update('skus', { productId, isOffered: true }, { isOnSale }),
  ])
  return ok({ isOnSale })
}
