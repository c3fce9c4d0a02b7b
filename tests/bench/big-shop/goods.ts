import type { SaveProductInput } from '@core/contract/products'
import { productDocument } from '@core/data/catalog/products'
import { namesOf, shelvesOf } from '@core/data/catalog/reindex'
import type { DocumentOf } from '@core/data/documents'
import type { SkuDocument } from '@core/data/stock/documents'
import { DEFAULT_SALE_TERMS } from '@core/domain/catalog/product'
import type { Instant } from '@core/kernel/calendar'
import { newSku, productOf, termsOf } from '@core/operations/products/product-documents'
import { type SeededRandom, seededRandom } from '@local/demo/random'
import { CATEGORIES, FORMS, MAKERS, PLACES, QUALITIES, TAGS } from './vocabulary'

/** The categories and products of a big shop, as documents. */

/** Of every twenty products one is not on sale. */
const OFF_SALE_EVERY = 20
/** Of every eight products one comes in three sizes and two boxes. */
const SIZED_EVERY = 8
const SIZES = ['50g', '100g', '250g']
const BOXES = ['简装', '礼盒装']
/** Houses of each maker. */
const BRANDS_PER_MAKER = 8
const YEAR_MS = 365 * 86_400_000

/** The id of a product by its number. */
export const productId = (no: number): string => `p${String(no).padStart(5, '0')}`

/** The SKU of a product that everybody may buy. */
export const firstSku = (no: number): string => `${productId(no)}:1`

/** All categories, each before its subcategories. */
export const categories = (): DocumentOf<'categories'>[] =>
  CATEGORIES.flatMap(([name, within], at) => {
    const parent = { _id: `category${at}`, name, picture: 'teapot', sort: at * 10, parentId: null }
    const inner = Object.keys(within).map((own, place) => ({
      ...parent,
      _id: `category${at}-${place}`,
      name: own,
      sort: at * 10 + place + 1,
      parentId: parent._id,
    }))
    return [parent, ...inner]
  })

/** All tags. */
export const tags = (): DocumentOf<'tags'>[] =>
  TAGS.map((name, at) => ({
    _id: `tag${at}`,
    name,
    needs: { functional: (at * 37) % 101, emotional: (at * 61) % 101, social: (at * 13) % 101 },
  }))

/** What categories and tags are called. */
const SHELVES = shelvesOf(
  categories().map(({ _id: id, name }) => ({ id, name })),
  tags().map(({ _id: id, name }) => ({ id, name })),
)

/** The brands in use. */
export const brands = (): string[] =>
  MAKERS.flatMap((maker) =>
    Array.from({ length: BRANDS_PER_MAKER }, (_, no) => `${maker}${no + 1}号`),
  )

/** A product with its SKUs. */
type Goods = { product: DocumentOf<'products'>; skus: SkuDocument[] }

/** What the shop sells, product by product. */
export function goods(many: number, now: Instant): Goods[] {
  const inner = categories().filter((category) => category.parentId !== null)
  const names = CATEGORIES.flatMap(([, within]) => Object.values(within))
  const brandNames = brands()
  return Array.from({ length: many }, (_, no) => {
    const chance = seededRandom(`product ${no}`)
    const at = chance.between(0, inner.length - 1)
    const [category, things] = [inner[at], names[at]]
    if (!category || !things) throw new Error('a category without goods')
    const thing = chance.pick(things.split(' '))
    const input = draftOf(no, {
      chance,
      thing,
      brand: chance.pick(brandNames),
      categoryId: category._id,
    })
    return savedGoods(input, { category, chance, now })
  })
}

type About = { chance: SeededRandom; thing: string; brand: string; categoryId: string }

function draftOf(no: number, { chance, thing, brand, categoryId }: About): SaveProductInput {
  const [place, quality] = [chance.pick(PLACES), chance.pick(QUALITIES)]
  const isSized = no % SIZED_EVERY === 0
  return {
    ...DEFAULT_SALE_TERMS,
    id: productId(no),
    categoryId,
    brand,
    tags: [`tag${no % TAGS.length}`, `tag${(no + chance.between(1, 9)) % TAGS.length}`],
    title: `${place}${quality}${thing}${chance.pick(FORMS)}`,
    subtitle: `${quality}之后，${place}只做一季的${thing}`,
    pictures: ['honey-pot', 'leaf'],
    description: `${place}出产，${quality}，批次 ${no}。`,
    details: [{ kind: 'text', text: `每一份都来自${place}。` }],
    guide: ['开封后请尽快用完。'],
    attributes: [
      { name: '产地', value: place },
      { name: '工艺', value: quality },
    ],
    dimensions: isSized
      ? [
          { name: '规格', values: SIZES },
          { name: '包装', values: BOXES },
        ]
      : [],
    isOnSale: no % OFF_SALE_EVERY !== OFF_SALE_EVERY - 1,
    sort: chance.between(0, 100_000),
    keywords: [thing, quality],
    skus: isSized ? sizedSkus(no, chance) : [skuOf(no, { at: 1, values: [], chance })],
  }
}

type SkuDraft = { at: number; values: string[]; chance: SeededRandom }

const skuOf = (no: number, { at, values, chance }: SkuDraft): SaveProductInput['skus'][number] => ({
  id: `${productId(no)}:${at}`,
  code: `C${String(no).padStart(5, '0')}-${at}`,
  values,
  priceFen: chance.between(990, 69_900),
  marketFen: null,
  weightGrams: chance.between(50, 2_000),
  picture: 'honey-pot',
  isOnSale: true,
  openingStock: chance.between(0, 400),
})

const sizedSkus = (no: number, chance: SeededRandom) =>
  SIZES.flatMap((size, at) =>
    BOXES.map((box, place) =>
      skuOf(no, { at: at * BOXES.length + place + 1, values: [size, box], chance }),
    ),
  )

type Saved = { category: DocumentOf<'categories'>; chance: SeededRandom; now: Instant }

/** As the staff's save makes them, some while ago, and with what has been sold since. */
function savedGoods(input: SaveProductInput, { category, chance, now }: Saved): Goods {
  const { skus, ...words } = input
  const { _id: categoryId, parentId } = category
  const terms = termsOf(words, { id: categoryId, parentId })
  const product = productOf({ input, terms, existing: null }, now - chance.between(0, YEAR_MS))
  const sold = chance.between(0, 2_000)
  return {
    product: productDocument({ ...product, sold }, namesOf(product, SHELVES)),
    skus: skus.map((sku) => newSku(sku, words, terms)),
  }
}
