import type { SaveProductInput, StaffProductView } from '@core/contract/products'
import { type DetailBlock, PLAIN_TERMS, type SpecDimension } from '@core/domain/catalog/product'
import type { Tier } from '@core/domain/members/sections'
import { checkProduct } from '@core/domain/products/product-errors'
import { formatFen } from '@core/kernel/money'
import { fail, ok, type Result } from '@core/kernel/result'
import { amountOf, wholeOf } from '@/pages/admin/form/numbers'
import { matrixOf, type SkuForm } from './matrix'

/** What is asked for with a piece, as the form holds it. */
export type FieldForm = {
  id: string
  label: string
  kind: 'text' | 'choice'
  choices: string
  maxLength: string
  isRequired: boolean
}

/** A service as the form holds it. */
export type ServiceForm = { id: string; name: string; price: string; note: string }

/** A product in its editor: numbers and lists are texts until they are saved. */
export type ProductForm = Pick<
  SaveProductInput,
  | 'id'
  | 'categoryId'
  | 'brand'
  | 'tags'
  | 'title'
  | 'subtitle'
  | 'pictures'
  | 'description'
  | 'guide'
  | 'attributes'
  | 'isOnSale'
  | 'isSample'
  | 'launchAt'
> & {
  details: DetailBlock[]
  dimensions: SpecDimension[]
  keywords: string
  sort: string
  earlyTier: Tier | null
  earlyFrom: number | null
  perMember: string
  perOrder: string
  fields: FieldForm[]
  services: ServiceForm[]
  skus: SkuForm[]
}

/** What every part of the editor is given. */
export type PartProps = { form: ProductForm; onChange(part: Partial<ProductForm>): void }

/** A product that nothing is known of yet, with the one SKU it begins with. */
export function blankForm(newId: () => string): ProductForm {
  return {
    ...PLAIN_TERMS,
    id: newId(),
    categoryId: '',
    title: '',
    subtitle: '',
    pictures: [],
    description: '',
    details: [],
    guide: [],
    attributes: [],
    dimensions: [],
    isOnSale: true,
    keywords: '',
    sort: '100',
    earlyTier: null,
    earlyFrom: null,
    perMember: '',
    perOrder: '',
    skus: matrixOf([], [], newId),
  }
}

const amountText = (fen: number | null): string =>
  fen === null ? '' : formatFen(fen).replace(/\.00$/, '')

const numberText = (value: number | null): string => (value === null ? '' : String(value))

/** A stored product as the form holds it. */
export function formOf(product: StaffProductView): ProductForm {
  const { stock, limits, earlyAccess, keywords, sort, fields, services, skus, ...same } = product
  return {
    ...same,
    keywords: keywords.join(' '),
    sort: String(sort),
    earlyTier: earlyAccess?.tier ?? null,
    earlyFrom: earlyAccess?.from ?? null,
    perMember: numberText(limits.perMember),
    perOrder: numberText(limits.perOrder),
    fields: fields.map((field) => ({
      ...field,
      choices: field.choices.join(' '),
      maxLength: String(field.maxLength),
    })),
    services: services.map(({ priceFen, ...rest }) => ({ ...rest, price: amountText(priceFen) })),
    skus: skus.map((sku) => ({
      id: sku.id,
      code: sku.code,
      values: sku.values,
      price: amountText(sku.priceFen),
      market: amountText(sku.marketFen),
      weight: String(sku.weightGrams),
      picture: sku.picture,
      isOnSale: sku.isOnSale,
      stock: String(stock[sku.id] ?? 0),
      isNew: false,
    })),
  }
}

/** What is wrong with a form; `field` is a path of the contract's input. */
export type FormError = { code: string; field: string }

/** What is sent for a form, or the first thing that is wrong with it. */
export function inputOf(form: ProductForm): Result<SaveProductInput, FormError> {
  const missing = missingOf(form)
  if (missing !== null) return fail({ code: 'MISSING', field: missing })
  const numbers = numbersOf(form)
  const odd = Object.entries(numbers).find(([, value]) => Number.isNaN(value))
  if (odd) return fail({ code: 'NUMBER_ODD', field: odd[0] })
  const input = filled(form, (field) => numbers[field] ?? null)
  const agreed = checkProduct(input)
  return agreed.ok ? ok(input) : agreed
}

function missingOf(form: ProductForm): string | null {
  if (form.title.trim() === '') return 'title'
  if (form.categoryId === '') return 'categoryId'
  if (form.pictures.length === 0) return 'pictures'
  const dimension = form.dimensions.findIndex(
    ({ name, values }) => name.trim() === '' || values.length === 0,
  )
  if (dimension >= 0) return `dimensions.${dimension}.values`
  const sku = form.skus.findIndex(({ price }) => price.trim() === '')
  if (sku >= 0) return `skus.${sku}.priceFen`
  if (form.earlyTier !== null && form.earlyFrom === null) return 'earlyAccess.from'
  return null
}

/** Every number of the form by its path: `null` of nothing typed, NaN of what is no number. */
function numbersOf(form: ProductForm): Record<string, number | null> {
  const entries: [string, number | null][] = [
    ['sort', wholeOf(form.sort)],
    ['limits.perMember', wholeOf(form.perMember)],
    ['limits.perOrder', wholeOf(form.perOrder)],
    ...form.fields.map(({ maxLength }, at): [string, number | null] => [
      `fields.${at}.maxLength`,
      wholeOf(maxLength),
    ]),
    ...form.services.map(({ price }, at): [string, number | null] => [
      `services.${at}.priceFen`,
      amountOf(price),
    ]),
    ...form.skus.flatMap((sku, at): [string, number | null][] => [
      [`skus.${at}.priceFen`, amountOf(sku.price)],
      [`skus.${at}.marketFen`, amountOf(sku.market)],
      [`skus.${at}.weightGrams`, wholeOf(sku.weight)],
      [`skus.${at}.openingStock`, wholeOf(sku.stock)],
    ]),
  ]
  return Object.fromEntries(entries)
}

const wordsOf = (text: string): string[] => [...new Set(text.split(/[\s,，、]+/).filter(Boolean))]

type Numbers = (field: string) => number | null

function filled(form: ProductForm, number: Numbers): SaveProductInput {
  const { earlyTier, earlyFrom, perMember: _m, perOrder: _o, keywords, skus, ...same } = form
  return {
    ...same,
    keywords: wordsOf(keywords),
    sort: number('sort') ?? 0,
    earlyAccess:
      earlyTier === null || earlyFrom === null ? null : { tier: earlyTier, from: earlyFrom },
    limits: { perMember: number('limits.perMember'), perOrder: number('limits.perOrder') },
    guide: form.guide.filter((step) => step.trim() !== ''),
    attributes: form.attributes.filter(({ name, value }) => name.trim() && value.trim()),
    fields: form.fields.map((field, at) => ({
      ...field,
      choices: field.kind === 'choice' ? wordsOf(field.choices) : [],
      maxLength: number(`fields.${at}.maxLength`) ?? 1,
    })),
    services: form.services.map(({ price: _price, ...service }, at) => ({
      ...service,
      priceFen: number(`services.${at}.priceFen`) ?? 0,
    })),
    skus: skus.map((sku, at) => ({
      id: sku.id,
      code: sku.code,
      values: sku.values,
      priceFen: number(`skus.${at}.priceFen`) ?? 0,
      marketFen: number(`skus.${at}.marketFen`),
      weightGrams: number(`skus.${at}.weightGrams`) ?? 0,
      picture: sku.picture || (form.pictures[0] ?? ''),
      isOnSale: sku.isOnSale,
      openingStock: number(`skus.${at}.openingStock`) ?? 0,
    })),
  }
}
