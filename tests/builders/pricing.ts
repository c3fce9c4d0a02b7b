import type { CouponOff } from '@core/domain/coupons/coupon'
import { type Tier } from '@core/domain/members/sections'
import type { PricingGrant, PricingLine } from '@core/domain/pricing/pricing-input'
import {
  NO_CHOICE,
  type PricingChoice,
  type PricingInput,
} from '@core/domain/pricing/pricing-input'
import { quote } from '@core/domain/pricing/quote'
import type { Promotion } from '@core/domain/promotions/promotion'
import { type Scope, WHOLE_SHOP_SCOPE } from '@core/domain/promotions/scope'
import { initialTier } from '@core/domain/tiers/tier'
import { defaultProgram } from './program'

/** What a price follows from, written down by hand: the smallest cart that shows a rule. */

export const DAY = 86_400_000
export const NOON = Date.parse('2026-03-14T12:00:00+08:00')

/** A line of product `p-SKU` in category `pantry`, unless `more` says otherwise. */
export const line = (skuId: string, unitFen: number, more: Partial<PricingLine> = {}) => ({
  key: skuId,
  skuId,
  productId: `p-${skuId}`,
  categoryIds: ['pantry'],
  unitFen,
  quantity: 1,
  weightGrams: 100,
  services: [],
  ...more,
})

/** A cart on its way to Zhejiang, which is free of freight, with nothing going on. */
export const material = (lines: PricingLine[], more: Partial<PricingInput> = {}): PricingInput => ({
  at: NOON,
  lines,
  promotions: [],
  activityStock: {},
  taken: {},
  grants: [],
  gifts: {},
  buyer: null,
  freight: [{ ...PLAIN_ZONE, firstFen: 0 }],
  province: '浙江省',
  program: defaultProgram,
  ...more,
})

/** Everywhere, ¥8 for the first kilogram and ¥2 for every one begun after it, free from ¥99 on. */
export const PLAIN_ZONE = {
  name: '全国',
  provinces: [] as string[],
  isServed: true,
  firstGrams: 1_000,
  firstFen: 800,
  moreGrams: 1_000,
  moreFen: 200,
  freeFromFen: 9_900 as number | null,
}

/** A member of some tier. */
export const member = (tier: Tier = 'basic', points = 0) => ({
  tier: { ...initialTier(0), tier },
  points,
})

type Kind<K extends Promotion['kind']> = Extract<Promotion, { kind: K }>
type Own<K extends Promotion['kind']> = Omit<Kind<K>, 'id' | 'title' | 'kind' | Common>
type Common = 'startsAt' | 'endsAt' | 'minTier'

/** A promotion of a kind that runs from a day before noon to a day after. */
export const activity = <K extends Promotion['kind']>(
  kind: K,
  own: Own<K> & Partial<Pick<Kind<K>, Common | 'id'>>,
): Kind<K> =>
  ({
    id: kind,
    title: `an activity: ${kind}`,
    startsAt: NOON - DAY,
    endsAt: NOON + DAY,
    minTier: null,
    kind,
    ...own,
  }) as unknown as Kind<K>

/** A grant that holds for a day on either side of noon. */
export const grant = (
  id: string,
  off: CouponOff | number,
  more: Partial<PricingGrant> & { fromFen?: number; scope?: Scope } = {},
): PricingGrant => {
  const { fromFen = 0, scope = WHOLE_SHOP_SCOPE, ...rest } = more
  const kind = typeof off === 'number' ? { kind: 'amount' as const, offFen: off } : off
  const terms = { title: `coupon ${id}`, off: kind, fromFen, scope }
  return { id, terms, startsAt: NOON - DAY, expiresAt: NOON + DAY, ...rest }
}

/** A scope of products. */
export const products = (...skuIds: string[]): Scope => ({
  productIds: skuIds.map((id) => `p-${id}`),
  categoryIds: [],
})

/** The quote of a material with what the customer chose. */
export const priced = (of: PricingInput, choice: Partial<PricingChoice> = {}) =>
  quote(of, { ...NO_CHOICE, ...choice })
