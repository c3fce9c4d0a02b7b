import type { SaveProductInput } from '@core/contract/products'
import { DEFAULT_SALE_TERMS } from '@core/domain/catalog/product'

/** A SKU of a draft: what is not said is plain. */
type SkuDraft = Partial<SaveProductInput['skus'][number]> & { id: string }

/** What a test says of a product; the rest is plain. */
type Draft = Partial<Omit<SaveProductInput, 'skus'>> & { id: string; skus?: SkuDraft[] }

const skuOf = (sku: SkuDraft): SaveProductInput['skus'][number] => ({
  code: '',
  values: [],
  priceFen: 1_000,
  marketFen: null,
  weightGrams: 0,
  picture: 'honey-pot',
  isOnSale: true,
  openingStock: 10,
  ...sku,
})

/** A product that can be saved, with one SKU unless the draft names others. */
export const draftProduct = ({ skus, ...draft }: Draft): SaveProductInput => ({
  ...DEFAULT_SALE_TERMS,
  categoryId: 'all',
  title: draft.id,
  subtitle: '',
  pictures: ['honey-pot'],
  description: '',
  details: [],
  guide: [],
  attributes: [],
  dimensions: [],
  isOnSale: true,
  sort: 100,
  keywords: [],
  ...draft,
  skus: (skus ?? [{ id: `${draft.id}:1` }]).map(skuOf),
})
