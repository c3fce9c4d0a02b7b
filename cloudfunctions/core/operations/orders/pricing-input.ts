import type { LineSnapshot } from '@core/contract/orders'
import type { CouponGrantDocument } from '@core/data/coupons/documents'
import { toGrant, usableGrants } from '@core/data/coupons/grants'
import type { Database } from '@core/data/database'
import type { MemberDocument } from '@core/data/members/documents'
import type { PurchaseCountersDocument } from '@core/data/orders/documents'
import type { TradeSettings } from '@core/data/pricing/settings'
import type { SkuDocument } from '@core/data/stock/documents'
import type { Transaction } from '@core/data/transaction'
import type { PricingInput } from '@core/domain/pricing/pricing-input'
import { giftSkus, ownStock, type Promotion, perMemberMax } from '@core/domain/promotions/promotion'
import { isRunning, promotionStockId } from '@core/domain/promotions/promotion-base'
import type { Context } from '@core/operations/context'
import { type FoundLine, lineSnapshotOf } from './lines'

/** What is read for a price when the lines and the settings are known: the second round. */
export type PricingContext = {
  member: MemberDocument | null
  grants: CouponGrantDocument[]
  tally: PurchaseCountersDocument | null
  /** Pieces left of the activities' own stock. */
  activityStock: Record<string, number>
  /** The SKUs that activities give away. */
  gifts: SkuDocument[]
}

/** What is wanted and what has been read so far. */
export type Known = {
  memberId: string | null
  skus: readonly SkuDocument[]
  settings: TradeSettings
}

/**
 * Reads what surrounds a price, all at once. An order reads its member and what they have had
 * within its transaction (one after the other), so that two orders at once count each other.
 */
export async function readPricingContext(
  ctx: Context,
  { memberId, skus, settings }: Known,
  from: Database | Transaction = ctx.db,
): Promise<PricingContext> {
  const running = settings.promotions.filter((rule) => isRunning(rule, ctx.now))
  const isTallied = isCounted(running, skus)
  const [{ member, tally }, grants, stock, gifts] = await Promise.all([
    memberId === null ? NOBODY : memberAndTally(from, memberId, isTallied),
    memberId === null ? [] : usableGrants(ctx.db, memberId, ctx.now),
    ctx.db.getMany('activityStock', stockIdsOf(running, skus)),
    ctx.db.getMany('skus', [...new Set(running.flatMap(giftSkus))]),
  ])
  const activityStock = Object.fromEntries(stock.map((one) => [one._id, one.available]))
  return { member, grants, tally, activityStock, gifts }
}

const NOBODY = { member: null, tally: null }

async function memberAndTally(from: Database | Transaction, memberId: string, isTallied: boolean) {
  const reading = from.get('members', memberId)
  if (!isTallied) return { member: await reading, tally: null }
  // A transaction does one thing after another; the database does both at once.
  if (!('getMany' in from)) await reading
  const [member, tally] = await Promise.all([reading, from.get('tallies', memberId)])
  return { member, tally }
}

const isCounted = (running: readonly Promotion[], skus: readonly SkuDocument[]): boolean =>
  skus.some((sku) => sku.limits.perMember !== null) ||
  running.some((promotion) => perMemberMax(promotion) !== null)

/** Ids of the own stock that promotions have of some SKUs. */
const stockIdsOf = (running: readonly Promotion[], skus: readonly SkuDocument[]): string[] =>
  running.flatMap((promotion) =>
    ownStock(promotion)
      .filter(({ skuId }) => skus.some((sku) => sku._id === skuId))
      .map(({ skuId }) => promotionStockId(promotion.id, skuId)),
  )

/** Where it goes, as far as anybody knows. */
type Going = { province: string | null }

/** Everything the price of these lines follows from. */
export function pricingInputOf(
  ctx: Context,
  lines: readonly FoundLine[],
  known: Pick<PricingContext, 'member' | 'grants' | 'tally' | 'activityStock' | 'gifts'> &
    Going & { settings: TradeSettings },
): PricingInput {
  const { member, settings } = known
  const isMember = member !== null && member.joinedAt !== null
  return {
    at: ctx.now,
    lines: lines.map((line) => line.input),
    promotions: settings.promotions.filter((rule) => isRunning(rule, ctx.now)),
    activityStock: known.activityStock,
    taken: known.tally?.promotions ?? {},
    grants: known.grants.map(toGrant).map(({ id, terms, startsAt, expiresAt }) => ({
      id,
      terms,
      startsAt,
      expiresAt,
    })),
    gifts: Object.fromEntries(known.gifts.map((sku) => [sku._id, giftOf(sku)])),
    buyer: isMember ? { tier: member.tier, points: member.points.available } : null,
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

/** The words of the gifts that may go along. */
export const giftWords = ({ gifts }: Pick<PricingContext, 'gifts'>): LineSnapshot[] =>
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
