import type {
  CustomField,
  EarlyAccess,
  PurchaseLimits,
  Service,
  SpecDimension,
} from '@core/domain/catalog/product'
import type { Instant } from '@core/kernel/calendar'
import type { Fen } from '@core/kernel/money'
import { fail, ok, type Result } from '@core/kernel/result'

/** A product as its editor sends it, as far as its parts must agree with one another. */
export type ProductDraft = {
  dimensions: readonly SpecDimension[]
  launchAt: Instant | null
  earlyAccess: EarlyAccess | null
  limits: PurchaseLimits
  fields: readonly CustomField[]
  services: readonly Service[]
  skus: readonly { id: string; values: string[]; priceFen: Fen; marketFen: Fen | null }[]
}

/** Parts of a product that contradict one another; `field` is the path of the wrong one. */
export type ProductError = {
  code:
    | 'DIMENSION_TWICE'
    | 'SKU_MISMATCH'
    | 'SKU_TWICE'
    | 'MARKET_BELOW_PRICE'
    | 'EARLY_WITHOUT_LAUNCH'
    | 'EARLY_AFTER_LAUNCH'
    | 'ORDER_ABOVE_MEMBER'
    | 'FIELD_TWICE'
    | 'CHOICES_ODD'
    | 'SERVICE_TWICE'
  field: string
}

type Check = (draft: ProductDraft) => ProductError | null

/** The first contradiction of a draft, on the phone before it is sent and in the cloud again. */
export function checkProduct(draft: ProductDraft): Result<null, ProductError> {
  for (const check of CHECKS) {
    const error = check(draft)
    if (error) return fail(error)
  }
  return ok(null)
}

const CHECKS: readonly Check[] = [
  ({ dimensions }) => {
    const names = firstDuplicate(dimensions.map(({ name }) => name))
    if (names >= 0) return { code: 'DIMENSION_TWICE', field: `dimensions.${names}.name` }
    const at = dimensions.findIndex(({ values }) => firstDuplicate(values) >= 0)
    return at < 0 ? null : { code: 'DIMENSION_TWICE', field: `dimensions.${at}.values` }
  },
  ({ skus, dimensions }) => {
    const at = skus.findIndex(({ values }) => !fits(values, dimensions))
    return at < 0 ? null : { code: 'SKU_MISMATCH', field: `skus.${at}.values` }
  },
  ({ skus }) => {
    const id = firstDuplicate(skus.map((sku) => sku.id))
    if (id >= 0) return { code: 'SKU_TWICE', field: `skus.${id}.id` }
    const at = firstDuplicate(skus.map(({ values }) => JSON.stringify(values)))
    return at < 0 ? null : { code: 'SKU_TWICE', field: `skus.${at}.values` }
  },
  ({ skus }) => {
    const at = skus.findIndex(
      ({ priceFen, marketFen }) => marketFen !== null && marketFen <= priceFen,
    )
    return at < 0 ? null : { code: 'MARKET_BELOW_PRICE', field: `skus.${at}.marketFen` }
  },
  ({ launchAt, earlyAccess }) => {
    if (!earlyAccess) return null
    if (launchAt === null) return { code: 'EARLY_WITHOUT_LAUNCH', field: 'earlyAccess' }
    if (earlyAccess.from < launchAt) return null
    return { code: 'EARLY_AFTER_LAUNCH', field: 'earlyAccess.from' }
  },
  ({ limits: { perMember, perOrder } }) =>
    perMember !== null && perOrder !== null && perOrder > perMember
      ? { code: 'ORDER_ABOVE_MEMBER', field: 'limits.perOrder' }
      : null,
  ({ fields }) => {
    const id = firstDuplicate(fields.map((field) => field.id))
    if (id >= 0) return { code: 'FIELD_TWICE', field: `fields.${id}.id` }
    const label = firstDuplicate(fields.map((field) => field.label))
    return label < 0 ? null : { code: 'FIELD_TWICE', field: `fields.${label}.label` }
  },
  ({ fields }) => {
    const at = fields.findIndex(({ kind, choices }) =>
      kind === 'text' ? choices.length > 0 : choices.length === 0 || firstDuplicate(choices) >= 0,
    )
    return at < 0 ? null : { code: 'CHOICES_ODD', field: `fields.${at}.choices` }
  },
  ({ services }) => {
    const at = firstDuplicate(services.map(({ id }) => id))
    return at < 0 ? null : { code: 'SERVICE_TWICE', field: `services.${at}.id` }
  },
]

/** The index of the first repeated value; −1 when all values are unique. */
const firstDuplicate = (values: readonly string[]): number =>
  values.findIndex((value, at) => values.indexOf(value) < at)

/** One value for every dimension, each a value that the dimension has. */
const fits = (values: readonly string[], dimensions: readonly SpecDimension[]): boolean =>
  values.length === dimensions.length &&
  dimensions.every((dimension, at) => dimension.values.includes(values[at] ?? ''))
