import type { LineSnapshot } from '@core/contract/orders'
import type { CouponGrantDocument } from '@core/data/coupons/documents'
import { toGrant, usableGrants } from '@core/data/coupons/grants'
import type { Database } from '@core/data/database'
import type { MemberDocument } from '@core/data/members/documents'
import { isMember } from '@core/data/members/member-section'
import type { PurchaseCountersDocument } from '@core/data/orders/documents'
import { pointsOf } from '@core/data/points/member-section'
import type { TradeSettings } from '@core/data/pricing/settings'
import type { SkuDocument } from '@core/data/stock/documents'
import { tierStateOf } from '@core/data/tiers/member-section'
import type { Transaction } from '@core/data/transaction'
import type { PricingInput } from '@core/domain/pricing/pricing-input'
import { giftSkus, ownStock, type Promotion, perMemberMax } from '@core/domain/promotions/promotion'
import { isRunning } from '@core/domain/promotions/promotion-base'
import { promotionStockId } from '@core/domain/stock/stock'
import type { Context } from '@core/operations/context'
import { type FoundLine, lineSnapshotOf } from './lines'

/** What a price depends on besides lines and settings; read in the second round. */
export type PricingContext = {
  member: MemberDocument | null
  grants: CouponGrantDocument[]
  counters: PurchaseCountersDocument | null
  /** Pieces left of the stock reserved for promotions. */
  activityStock: Record<string, number>
  /** The SKUs that promotions give away. */
  gifts: SkuDocument[]
}

/** What the first round has read. */
export type ContextQuery = {
  memberId: string | null
  skus: readonly SkuDocument[]
  settings: TradeSettings
  /** The order that is being placed: the coupon that it has locked itself is there for it. */
  orderId?: string
}

/**
 * Reads the pricing context in one round. An order reads its member and purchase counters in its
 * transaction, sequentially, so that concurrent orders count each other.
 */
export async function readPricingContext(
  ctx: Context,
  { memberId, skus, settings, orderId }: ContextQuery,
  from: Database | Transaction = ctx.db,
): Promise<PricingContext> {
  const running = settings.promotions.filter((rule) => isRunning(rule, ctx.now))
  const hasLimits = isCounted(running, skus)
  const [{ member, counters }, grants, stock, gifts] = await Promise.all([
    memberId === null ? NO_CUSTOMER : memberAndCounters(from, memberId, hasLimits),
    memberId === null ? [] : usableGrants(ctx.db, memberId, { at: ctx.now, orderId }),
    ctx.db.getMany('activityStock', stockIdsOf(running, skus)),
    ctx.db.getMany('skus', [...new Set(running.flatMap(giftSkus))]),
  ])
  const activityStock = Object.fromEntries(stock.map((one) => [one._id, one.available]))
  return { member, grants, counters, activityStock, gifts }
}

const NO_CUSTOMER = { member: null, counters: null }

async function memberAndCounters(
  from: Database | Transaction,
  memberId: string,
  hasLimits: boolean,
) {
  const reading = from.get('members', memberId)
  if (!hasLimits) return { member: await reading, counters: null }
  // A transaction runs one operation at a time; the database runs both in parallel.
  if (!('getMany' in from)) await reading
  const [member, counters] = await Promise.all([reading, from.get('tallies', memberId)])
  return { member, counters }
}

const isCounted = (running: readonly Promotion[], skus: readonly SkuDocument[]): boolean =>
  skus.some((sku) => sku.limits.perMember !== null) ||
  running.some((promotion) => perMemberMax(promotion) !== null)

/** Ids of the stock that promotions reserve of some SKUs. */
const stockIdsOf = (running: readonly Promotion[], skus: readonly SkuDocument[]): string[] =>
  running.flatMap((promotion) =>
    ownStock(promotion)
      .filter(({ skuId }) => skus.some((sku) => sku._id === skuId))
      .map(({ skuId }) => promotionStockId(promotion.id, skuId)),
  )

/** Where the order goes, when known. */
type Destination = { province: string | null }

/** Everything the price of these lines depends on. */
export function pricingInputOf(
  ctx: Context,
  lines: readonly FoundLine[],
  known: Pick<PricingContext, 'member' | 'grants' | 'counters' | 'activityStock' | 'gifts'> &
    Destination & { settings: TradeSettings },
): PricingInput {
  const { member, settings } = known
  return {
    at: ctx.now,
    lines: lines.map((line) => line.input),
    promotions: settings.promotions.filter((rule) => isRunning(rule, ctx.now)),
    activityStock: known.activityStock,
    taken: known.counters?.promotions ?? {},
    grants: known.grants.map(toGrant).map(({ id, terms, startsAt, expiresAt }) => ({
      id,
      terms,
      startsAt,
      expiresAt,
    })),
    gifts: Object.fromEntries(known.gifts.map((sku) => [sku._id, giftOf(sku)])),
    buyer:
      member && isMember(member)
        ? { tier: tierStateOf(member), points: pointsOf(member).available }
        : null,
    freight: settings.freight,
    province: known.province,
    program: priceProgram(ctx),
  }
}

const giftOf = (sku: SkuDocument) => ({
  productId: sku.productId,
  valueFen: sku.priceFen,
  available: sku.isOnSale ? sku.available : 0,
})

export const giftSnapshots = ({ gifts }: Pick<PricingContext, 'gifts'>): LineSnapshot[] =>
  gifts.map(lineSnapshotOf)

function priceProgram({ program }: Context): PricingInput['program'] {
  return {
    pointsPerYuan: program.pointsPerYuan,
    growthPerYuan: program.growthPerYuan,
    tiers: program.tiers,
    spendPointsPerYuan: program.spendPointsPerYuan,
    spendPointsStep: program.spendPointsStep,
    spendPointsMin: program.spendPointsMin,
    spendPointsPercentMax: program.spendPointsPercentMax,
  }
}
