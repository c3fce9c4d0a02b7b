import { type Tier } from '@core/domain/members/sections'
import { tierAtLeast } from '@core/domain/tiers/tier'
import type { Instant } from '@core/kernel/calendar'
import type { Fen } from '@core/kernel/money'
import { own } from '@core/kernel/own'
import { fail, ok, type Result } from '@core/kernel/result'

/** A category of the shop. One with a parent is its subcategory; there are only two levels. */
export type Category = {
  id: string
  name: string
  picture: string
  sort: number
  parentId: string | null
}

/** The kinds of need a product answers: 功能 · 情感 · 社会. */
export const NEEDS = ['functional', 'emotional', 'social'] as const
export type Need = (typeof NEEDS)[number]

/** A word that products share, and how much each kind of need it speaks for, from 0 to 100. */
export type Tag = { id: string; name: string; needs: Record<Need, number> }

/** One dimension of choice (规格), such as 容量: 250g · 500g. */
export type SpecDimension = { name: string; values: string[] }

/** A piece of the long description. It is plain text: markup in it is shown as letters. */
export type DetailBlock =
  | { kind: 'heading'; text: string }
  | { kind: 'text'; text: string }
  | { kind: 'picture'; picture: string; alt: string }

/** Something to be said with a piece, such as a name to engrave. */
export type CustomField = {
  id: string
  label: string
  kind: 'text' | 'choice'
  /** What may be chosen; empty for a text. */
  choices: string[]
  /** Characters of a text. */
  maxLength: number
  isRequired: boolean
}

/** Something done for a price beside the goods, such as wrapping; charged for every piece. */
export type Service = { id: string; name: string; priceFen: Fen; note: string }

/** How many pieces of a product one member, or one order, may have; `null` is no limit. */
export type PurchaseLimits = { perMember: number | null; perOrder: number | null }

/** Who may order before the launch, and from when: members of this tier and above. */
export type EarlyAccess = { tier: Tier; from: Instant }

/**
 * What decides whether and how a product may be ordered. Every SKU carries a copy, so that a line
 * of an order is made from its SKU alone.
 */
export type SaleTerms = {
  brand: string
  /** Its category and the parent category, if there is one. */
  categoryIds: string[]
  tags: string[]
  /** Orders are refused before this time; `null`: always on sale. */
  launchAt: Instant | null
  earlyAccess: EarlyAccess | null
  limits: PurchaseLimits
  fields: CustomField[]
  services: Service[]
  /** A sample (体验装) to be chosen with an order that deserves it. */
  isSample: boolean
}

/** Counts of the visible reviews of a product. */
export type Rating = {
  count: number
  /** The sum of all stars; the average is `sum / count`. */
  sum: number
  /** Number of reviews with 1, 2, 3, 4 and 5 stars. */
  stars: number[]
  /** Number of reviews with a picture. */
  pictured: number
}

/** The rating of a product without reviews. */
export const noRating: Rating = { count: 0, sum: 0, stars: [0, 0, 0, 0, 0], pictured: 0 }

/** What is shown and found; what is sold is its SKUs. */
export type Product = SaleTerms & {
  id: string
  categoryId: string
  title: string
  subtitle: string
  pictures: string[]
  description: string
  details: DetailBlock[]
  /** How to use it, step by step. */
  guide: string[]
  /** Rows of the table of facts: 产地, 保质期 … */
  attributes: { name: string; value: string }[]
  dimensions: SpecDimension[]
  /** The lowest price of its SKUs, kept here for lists. */
  fromFen: Fen
  marketFen: Fen | null
  /** Pieces sold as last counted: what lists are sorted by. */
  sold: number
  isOnSale: boolean
  /** Position in the category; lower comes first. */
  sort: number
  /** When it came or will come: what 新品 is sorted by. */
  freshAt: Instant
  keywords: string[]
  createdAt: Instant
  /** Its reviews that can be seen, counted. */
  rating: Rating
}

/** A sellable variant with its own price and stock. `available` excludes what orders hold. */
export type Sku = {
  id: string
  productId: string
  /** The merchant's own number of the variant; empty when it has none. */
  code: string
  /** One value per dimension of the product, in their order. */
  values: string[]
  priceFen: Fen
  marketFen: Fen | null
  weightGrams: number
  available: number
  picture: string
  isOnSale: boolean
}

/** What a product is that asks for nothing special; a new one begins so. */
export const DEFAULT_SALE_TERMS = {
  brand: '',
  tags: [],
  launchAt: null,
  earlyAccess: null,
  limits: { perMember: null, perOrder: null },
  fields: [],
  services: [],
  isSample: false,
} satisfies Omit<SaleTerms, 'categoryIds'>

/** `500g · 礼盒装`: the words of a SKU's choice. */
export const specText = (values: readonly string[]): string => values.join(' · ')

type Valued = { values: readonly string[] }

/** Sorts SKUs as their matrix has them, the last dimension running fastest. */
export const byVariantOrder =
  (dimensions: readonly SpecDimension[]) =>
  (a: Valued, b: Valued): number =>
    placeOf(a, dimensions) - placeOf(b, dimensions)

const placeOf = ({ values }: Valued, dimensions: readonly SpecDimension[]): number =>
  dimensions.reduce(
    (place, { values: all }, at) => place * all.length + all.indexOf(values[at] ?? ''),
    0,
  )

/** Whether a customer may order a product now. */
export type SaleState =
  | { state: 'ON_SALE' }
  /** Not for everybody yet, but for this customer; `launchAt` is when everybody may. */
  | { state: 'EARLY'; launchAt: Instant }
  /** `from` is when this customer may. */
  | { state: 'NOT_YET'; from: Instant }
  | { state: 'GONE' }

/**
 * What a product's terms say to a customer at a moment. `tier` is `null` for who is no member; a
 * launch and an early access begin with their own millisecond.
 */
export function saleState(
  terms: Pick<SaleTerms, 'launchAt' | 'earlyAccess'> & { isOnSale: boolean },
  { tier, now }: { tier: Tier | null; now: Instant },
): SaleState {
  const { launchAt, earlyAccess } = terms
  if (!terms.isOnSale) return { state: 'GONE' }
  if (launchAt === null || now >= launchAt) return { state: 'ON_SALE' }
  const isEarly = earlyAccess !== null && tier !== null && tierAtLeast(tier, earlyAccess.tier)
  if (!isEarly) return { state: 'NOT_YET', from: launchAt }
  return now >= earlyAccess.from
    ? { state: 'EARLY', launchAt }
    : { state: 'NOT_YET', from: Math.min(earlyAccess.from, launchAt) }
}

/** What a customer asks for with a SKU: values by field id, and ids of services. */
export type LineOptions = { fields: Record<string, string>; services: string[] }

/** Nothing asked for. */
export const NO_OPTIONS: LineOptions = { fields: {}, services: [] }

/** The options as an order keeps them: fields by their label, services with their price. */
export type ChosenOptions = { fields: { label: string; value: string }[]; services: Service[] }

/** Why options cannot be had; `field` is the id of the field or the service. */
export type OptionsError = {
  code: 'FIELD_MISSING' | 'FIELD_TOO_LONG' | 'FIELD_UNKNOWN' | 'SERVICE_UNKNOWN'
  field: string
}

/**
 * Options against what a SKU offers: the words and prices of those chosen, in the SKU's order, or
 * the first error. A choice that the field does not offer is `FIELD_UNKNOWN`, an empty value is
 * none, and a service named twice is had once.
 */
export function checkOptions(
  sku: Pick<SaleTerms, 'fields' | 'services'>,
  options: LineOptions,
): Result<ChosenOptions, OptionsError> {
  const known = new Set(sku.fields.map(({ id }) => id))
  const stranger = Object.keys(options.fields).find((id) => !known.has(id))
  if (stranger !== undefined) return fail({ code: 'FIELD_UNKNOWN', field: stranger })
  for (const field of sku.fields) {
    const code = fieldError(field, valueOf(options, field.id))
    if (code) return fail({ code, field: field.id })
  }
  const offered = new Set(sku.services.map(({ id }) => id))
  const unknown = options.services.find((id) => !offered.has(id))
  if (unknown !== undefined) return fail({ code: 'SERVICE_UNKNOWN', field: unknown })
  return ok({
    fields: sku.fields
      .map(({ id, label }) => ({ label, value: valueOf(options, id) }))
      .filter(({ value }) => value !== ''),
    services: sku.services.filter(({ id }) => options.services.includes(id)),
  })
}

const valueOf = (options: LineOptions, fieldId: string): string =>
  (own(options.fields, fieldId) ?? '').trim()

function fieldError(field: CustomField, value: string): OptionsError['code'] | null {
  if (value === '') return field.isRequired ? 'FIELD_MISSING' : null
  if (field.kind === 'choice') return field.choices.includes(value) ? null : 'FIELD_UNKNOWN'
  return [...value].length > field.maxLength ? 'FIELD_TOO_LONG' : null
}

/**
 * The key of a line within a cart or an order: its SKU, and after a `~` a digest of its options.
 * The same options give the same key, regardless of their order.
 */
export function lineKey(skuId: string, options: LineOptions): string {
  const fields = Object.keys(options.fields)
    .map((id): [string, string] => [id, valueOf(options, id)])
    .filter(([, value]) => value !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1))
  const services = [...new Set(options.services)].sort()
  if (fields.length === 0 && services.length === 0) return skuId
  return `${skuId}~${digest(JSON.stringify([fields, services]))}`
}

/** The SKU of a line's key. */
export const skuIdOfKey = (key: string): string => key.split('~')[0] ?? key

const FNV_PRIME = 0x01000193
const FNV_BASIS = 0x811c9dc5

/** Two FNV-1a sums, forwards and backwards: short, and the same on the phone and in the cloud. */
const digest = (text: string): string =>
  [[...text], [...text].reverse()]
    .map((letters) => letters.reduce(mixed, FNV_BASIS).toString(36))
    .join('')

const mixed = (sum: number, letter: string): number =>
  Math.imul(sum ^ (letter.codePointAt(0) ?? 0), FNV_PRIME) >>> 0
