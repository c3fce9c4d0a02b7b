import type { SaveProductInput, StaffProductView } from '@core/contract/products'
import { DEFAULT_SALE_TERMS } from '@core/domain/catalog/product'
import { checkProduct } from '@core/domain/products/product-errors'
import type { Instant } from '@core/kernel/calendar'
import type { Result } from '@core/kernel/result'
import { type FieldError, FormReader } from '@/pages/admin/form/form-reader'
import { amountText, numberText } from '@/pages/admin/form/numbers'
import {
  CUSTOMISATION_FIELDS,
  type ProductForm,
  SALE_FIELDS,
  SERVICE_FIELDS,
  SKU_FIELDS,
} from './fields'
import { matrixOf, type SkuForm } from './matrix'

/** The place of a new product; there is room before it and behind it. */
const NEW_SORT = 100

/** A new product, with one SKU, in this category if it is known already. */
export function blankForm(newId: () => string, categoryId = ''): ProductForm {
  return {
    ...DEFAULT_SALE_TERMS,
    id: newId(),
    categoryId,
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
    sort: NEW_SORT,
    earlyTier: null,
    earlyFrom: null,
    perMember: '',
    perOrder: '',
    skus: matrixOf([], [], newId),
    spareSkus: [],
    newCategory: { id: newId(), name: '' },
  }
}

/** A stored product as the form holds it. */
export function formOf(product: StaffProductView, newId: () => string): ProductForm {
  const { stock, limits, earlyAccess, keywords, fields, services, skus, ...same } = product
  return {
    ...same,
    keywords: keywords.join(' '),
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
    spareSkus: [],
    newCategory: { id: newId(), name: '' },
  }
}

/** Characters of a title (`contract/products.ts`). */
const TITLE_MAX = 30
const COPY_MARK = '副本'

/**
 * A new product like another one: off the shelf, under ids of its own, without stock and without
 * the merchant's numbers, which name the other one. A launch that has been is not one of its own.
 */
export function copyOf(
  product: StaffProductView,
  { newId, now }: { newId: () => string; now: Instant },
): ProductForm {
  const form = formOf(product, newId)
  const title = [...form.title].slice(0, TITLE_MAX - COPY_MARK.length).join('')
  const isLaunched = form.launchAt !== null && form.launchAt <= now
  return {
    ...form,
    id: newId(),
    title: `${title}${COPY_MARK}`,
    isOnSale: false,
    ...(isLaunched && { launchAt: null, earlyTier: null, earlyFrom: null }),
    skus: form.skus.map((sku) => ({ ...sku, id: newId(), code: '', stock: '', isNew: true })),
  }
}

/** The product that is sent for a form, or the first thing that is wrong with it. */
export function inputOf(form: ProductForm): Result<SaveProductInput, FieldError> {
  const read = new FormReader()
  requireBasics(form, read)
  const input = readProduct(form, read)
  read.require('earlyAccess.from', form.earlyTier === null || form.earlyFrom !== null)
  const result = read.result(input, 'missing first')
  if (!result.ok) return result
  const checked = checkProduct(input)
  return checked.ok ? result : checked
}

function requireBasics(form: ProductForm, read: FormReader): void {
  read.require('title', form.title.trim() !== '')
  read.require('categoryId', form.categoryId !== '')
  read.require('pictures', form.pictures.length > 0)
  for (const [index, { name, values }] of form.dimensions.entries()) {
    read.require(`dimensions.${index}.values`, name.trim() !== '' && values.length > 0)
  }
}

const wordsOf = (text: string): string[] => [...new Set(text.split(/[\s,，、]+/).filter(Boolean))]

function readProduct(form: ProductForm, read: FormReader): SaveProductInput {
  const { earlyTier, earlyFrom, perMember: _m, perOrder: _o, keywords, ...rest } = form
  const { spareSkus: _spare, newCategory: _category, ...same } = rest
  const sale = read.fields(SALE_FIELDS, form, { keys: ['perMember', 'perOrder'] })
  return {
    ...same,
    keywords: wordsOf(keywords),
    earlyAccess:
      earlyTier === null || earlyFrom === null ? null : { tier: earlyTier, from: earlyFrom },
    limits: { perMember: sale.perMember, perOrder: sale.perOrder },
    guide: form.guide.filter((step) => step.trim() !== ''),
    attributes: form.attributes.filter(({ name, value }) => name.trim() && value.trim()),
    fields: form.fields.map((field, index) => ({
      ...field,
      ...read.fields(CUSTOMISATION_FIELDS, field, {
        keys: ['maxLength'],
        prefix: `fields.${index}.`,
      }),
      choices: field.kind === 'choice' ? wordsOf(field.choices) : [],
    })),
    services: form.services.map((service, index) => {
      const { price: _price, ...rest } = service
      const prefix = `services.${index}.`
      const { price } = read.fields(SERVICE_FIELDS, service, { keys: ['price'], prefix })
      return { ...rest, priceFen: price }
    }),
    skus: form.skus.map((sku, index) => ({
      ...readSku(sku, { read, prefix: `skus.${index}.` }),
      picture: sku.picture || (form.pictures[0] ?? ''),
    })),
  }
}

function readSku(sku: SkuForm, { read, prefix }: { read: FormReader; prefix: string }) {
  const { id, code, values, isOnSale } = sku
  const numbers = read.fields(SKU_FIELDS, sku, {
    keys: ['price', 'market', 'weight', 'stock'],
    prefix,
  })
  return {
    id,
    code,
    values,
    isOnSale,
    priceFen: numbers.price,
    marketFen: numbers.market,
    weightGrams: numbers.weight,
    openingStock: numbers.stock,
  }
}
