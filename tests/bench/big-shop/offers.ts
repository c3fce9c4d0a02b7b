import { PROMOTION_KINDS, type Promotion } from '@core/domain/promotions/promotion'
import { type Scope, WHOLE_SHOP_SCOPE } from '@core/domain/promotions/scope'
import { DAY_MS, type Instant } from '@core/kernel/calendar'
import { callAdmin, callShop } from '@local/demo/call'
import type { Devcloud } from '@local/devcloud-types'
import { firstSku, productId } from './goods'

/** What goes on in the big shop, saved as its staff save it: every check has been passed. */

/** Number of running promotions; they cycle through all kinds. */
export const PROMOTIONS = 30
/** Number of coupons that the busiest customer holds. */
const COUPONS = 10
/** Number of products in each promotion; no two of the same kind share any. */
const REACH = 20

const PROVINCES = ['浙江省', '江苏省', '福建省', '安徽省', '四川省']

const reachOf = (no: number): number[] => Array.from({ length: REACH }, (_, at) => no * REACH + at)

const skusOf = (no: number) => reachOf(no).map(firstSku)

/** What each kind says besides its title and its time. */
const RULES = {
  timePrice: (no: number) => ({
    prices: skusOf(no).map((skuId) => ({ skuId, priceFen: 900, stock: 5 })),
    perMemberMax: 20,
  }),
  tierPrice: (_no: number, scope: Scope) => ({ scope, percents: { silver: 98 }, prices: [] }),
  bundle: (no: number) => ({
    parts: skusOf(no)
      .slice(0, 2)
      .map((skuId) => ({ skuId, quantity: 1 })),
    priceFen: 1_500,
  }),
  nthPiece: (_no: number, scope: Scope) => ({ scope, nth: 2, percentOff: 50 }),
  spendOff: (_no: number, scope: Scope) => ({
    scope,
    steps: [{ fromFen: 10_000, offFen: 1_000 }],
  }),
  gift: (no: number) => ({
    scope: { productIds: [], categoryIds: [`category${no % 8}`] },
    fromFen: 9_900,
    skuId: firstSku(no),
    quantity: 1,
    perMemberMax: 1,
    isOptional: false,
  }),
  freeFreight: (no: number) => ({
    scope: WHOLE_SHOP_SCOPE,
    fromFen: 5_900,
    provinces: PROVINCES.slice(Math.floor(no / PROMOTION_KINDS.length)).slice(0, 1),
  }),
} satisfies Record<Promotion['kind'], (no: number, scope: Scope) => object>

function activity(no: number, now: Instant): Promotion {
  const kind = PROMOTION_KINDS[no % PROMOTION_KINDS.length] ?? 'spendOff'
  const scope = { productIds: reachOf(no).map(productId), categoryIds: [] }
  return {
    id: `activity${no}`,
    title: `活动 ${no}`,
    startsAt: now,
    endsAt: now + 30 * DAY_MS,
    minTier: null,
    kind,
    ...RULES[kind](no, scope),
  } as Promotion
}

/** Starts the promotions and gives a customer their coupons. */
export async function openOffers(devcloud: Devcloud, openid: string): Promise<void> {
  const now = devcloud.clock.now()
  for (let no = 0; no < PROMOTIONS; no += 1) {
    await callAdmin(devcloud, 'promotions.save', { promotion: activity(no, now) })
  }
  for (let no = 0; no < COUPONS; no += 1) {
    const id = `coupon${no}`
    await callAdmin(devcloud, 'coupons.save', {
      coupon: {
        id,
        terms: {
          title: '满 50 减 10',
          off: { kind: 'amount', offFen: 1_000 },
          fromFen: 5_000,
          scope: WHOLE_SHOP_SCOPE,
        },
        validity: { kind: 'days', days: 7 },
        claimFrom: now,
        claimUntil: now + 7 * DAY_MS,
        issuedMax: 1_000,
        perMemberMax: 1,
        minTier: null,
        isListed: true,
        code: null,
      },
    })
    await callShop({ devcloud, openid }, 'coupons.claim', { couponId: id })
  }
}
