import type { NamedSku, PromotionDetail } from '@core/contract/promotions'
import { TIERS, type Tier } from '@core/domain/members/sections'
import type { Promotion } from '@core/domain/promotions/promotion'
import { WHOLE_SHOP_SCOPE } from '@core/domain/promotions/scope'
import { DAY_MS, dayOf, type Instant, startOf } from '@core/kernel/calendar'
import { formatFen } from '@core/kernel/money'
import { type ScopeForm, scopeForm, WHOLE_SHOP } from '@/pages/admin/scope-form'

/** The kinds of activity. */
export type Kind = Promotion['kind']

/** An activity in its editor: what every kind needs, with numbers as texts until it is saved. */
export type PromotionForm = {
  id: string
  kind: Kind
  title: string
  startsAt: Instant | null
  endsAt: Instant | null
  minTier: Tier | null
  scope: ScopeForm
  /** Prices of a time: one row per SKU; an empty stock sets none apart. */
  prices: { sku: NamedSku; price: string; stock: string }[]
  /** Prices of tiers: one row per SKU and tier. */
  tierPrices: { sku: NamedSku; tier: Tier; price: string }[]
  /** What each tier pays, in tenths of the price as people say it: 9.5. */
  discounts: Record<Tier, string>
  parts: { sku: NamedSku; quantity: string }[]
  /** Of a set. */
  price: string
  nth: string
  /** What is paid for the nth piece, in tenths; 0 is nothing. */
  discount: string
  steps: { from: string; off: string }[]
  /** The least spent for a gift, or for free freight. */
  from: string
  gift: NamedSku | null
  quantity: string
  perMember: string
  isOptional: boolean
  provinces: string[]
}

/** What every part of the editor is given. */
export type PartProps = { form: PromotionForm; onChange(part: Partial<PromotionForm>): void }

const NO_DISCOUNTS: Record<Tier, string> = { basic: '', silver: '', gold: '', black: '' }

/** Days that a new activity is proposed for. */
const DAYS = 7

/** An activity that nothing is known of yet: from tomorrow, for a week. */
export function blankForm(kind: Kind, { id, now }: { id: string; now: Instant }): PromotionForm {
  const startsAt = startOf(dayOf(now)) + DAY_MS
  return {
    id,
    kind,
    title: '',
    startsAt,
    endsAt: startsAt + DAYS * DAY_MS,
    minTier: null,
    scope: WHOLE_SHOP,
    prices: [],
    tierPrices: [],
    discounts: NO_DISCOUNTS,
    parts: [],
    price: '',
    nth: '2',
    discount: kind === 'nthPiece' ? '5' : '',
    steps: [{ from: '', off: '' }],
    from: '',
    gift: null,
    quantity: '1',
    perMember: '',
    isOptional: false,
    provinces: [],
  }
}

const yuan = (fen: number): string => formatFen(fen).replace(/\.00$/, '')
const whole = (value: number | null): string => (value === null ? '' : String(value))
const tenths = (percent: number): string => String(percent / 10)

/** A stored activity as the form holds it. */
export function formOf({ promotion, skus, products }: PromotionDetail): PromotionForm {
  const { id, kind, title, startsAt, endsAt, minTier } = promotion
  const scope = 'scope' in promotion ? promotion.scope : WHOLE_SHOP_SCOPE
  const blank = blankForm(kind, { id, now: startsAt })
  return {
    ...blank,
    title,
    startsAt,
    endsAt,
    minTier,
    scope: scopeForm(scope, products),
    ...ownFields(promotion, (skuId) => skus.find((sku) => sku.id === skuId) ?? unknownSku(skuId)),
  }
}

/** A SKU that is there no more: it keeps its place, and can be taken out. */
const unknownSku = (id: string): NamedSku => ({
  id,
  productId: '',
  title: '已经没有的商品',
  spec: '',
  picture: '',
  priceFen: 0,
})

function ownFields(
  promotion: Promotion,
  skuOf: (skuId: string) => NamedSku,
): Partial<PromotionForm> {
  switch (promotion.kind) {
    case 'timePrice':
      return {
        prices: promotion.prices.map(({ skuId, priceFen, stock }) => ({
          sku: skuOf(skuId),
          price: yuan(priceFen),
          stock: whole(stock),
        })),
        perMember: whole(promotion.perMemberMax),
      }
    case 'tierPrice':
      return {
        discounts: Object.fromEntries(
          TIERS.map((tier) => [tier, tenthsOf(promotion.percents[tier])]),
        ) as Record<Tier, string>,
        tierPrices: promotion.prices.map(({ skuId, tier, priceFen }) => ({
          sku: skuOf(skuId),
          tier,
          price: yuan(priceFen),
        })),
      }
    case 'bundle':
      return {
        parts: promotion.parts.map(({ skuId, quantity }) => ({
          sku: skuOf(skuId),
          quantity: String(quantity),
        })),
        price: yuan(promotion.priceFen),
      }
    case 'nthPiece':
      return { nth: String(promotion.nth), discount: tenths(100 - promotion.percentOff) }
    case 'spendOff':
      return {
        steps: promotion.steps.map(({ fromFen, offFen }) => ({
          from: yuan(fromFen),
          off: yuan(offFen),
        })),
      }
    case 'gift':
      return {
        from: yuan(promotion.fromFen),
        gift: skuOf(promotion.skuId),
        quantity: String(promotion.quantity),
        perMember: whole(promotion.perMemberMax),
        isOptional: promotion.isOptional,
      }
    case 'freeFreight':
      return { from: yuan(promotion.fromFen), provinces: promotion.provinces }
  }
}

const tenthsOf = (percent: number | undefined): string =>
  percent === undefined ? '' : tenths(percent)
