import type { PromotionsAdminContract } from '@core/contract/promotions'
import {
  closePromotionStock,
  compiledPromotions,
  openPromotionStock,
  promotionStockOf,
  publish,
  toPromotion,
} from '@core/data/promotions/promotions'
import { documentBytes } from '@core/data/sizes'
import type { Promotion } from '@core/domain/promotions/promotion'
import { PROMOTIONS_BYTES_MAX, PROMOTIONS_MAX } from '@core/kernel/limits'
import { fail, ok, type Result } from '@core/kernel/result'
import type { NotFound } from '../../contract/errors'
import type {
  PromotionIdInput,
  PromotionInput,
  PromotionRow,
  SavePromotionError,
} from '../../contract/promotions'
import type { Context } from '../context'
import { type PromotionValidation, validatePromotion } from './validate-promotion'
import { promotionRow } from './views'

/** Checks that one save may make: a check is repeated only after another save succeeded. */
const LOOKS_MAX = 20

/** Returns the error and the conflicts that a promotion would have. Saves nothing. */
export async function checkPromotion(
  ctx: Context,
  { promotion }: PromotionInput,
): Promise<Result<PromotionsAdminContract['promotions.check']['output'], never>> {
  const { error, conflicts } = await validatePromotion(ctx, promotion)
  return ok({ error, conflicts })
}

/**
 * Saves a promotion. The data it is checked against has a version that every save increments: when
 * the version has changed before the transaction, the promotion is checked again, so that of two
 * concurrent saves the second conflicts with the first.
 */
export async function savePromotion(
  ctx: Context,
  { promotion }: PromotionInput,
): Promise<Result<PromotionRow, SavePromotionError>> {
  for (let look = 1; look <= LOOKS_MAX; look += 1) {
    const seen = await validatePromotion(ctx, promotion)
    const refusal = refusalOf(promotion, seen)
    if (refusal) {
      // An earlier check may have opened stock for a promotion that is now refused.
      if (look > 1 && !seen.stored) await closePromotionStock(ctx.db, promotion.id, null)
      return fail(refusal)
    }
    const hasBegun = seen.stored !== null && seen.stored.startsAt <= ctx.now
    // The stock is opened before the price becomes visible.
    if (!hasBegun) await openPromotionStock(ctx.db, promotion)
    if (await publishIfUnmoved(ctx, promotion, seen)) {
      if (seen.stored && !hasBegun) await closePromotionStock(ctx.db, promotion.id, promotion)
      return ok(await rowOf(ctx, promotion))
    }
  }
  throw new Error('promotions kept changing while one was saved')
}

function refusalOf(rule: Promotion, seen: PromotionValidation): SavePromotionError | null {
  const { error, conflicts, compiled } = seen
  if (error?.reason === 'RUNNING') return { code: 'PROMOTION_RUNNING', field: error.field }
  if (error) return { code: 'PROMOTION_WRONG', ...error }
  if (conflicts.length > 0) return { code: 'PROMOTION_CONFLICT', conflicts }
  const others = compiled.list.filter(({ id }) => id !== rule.id)
  const isTooMuch = documentBytes([...others, rule]) > PROMOTIONS_BYTES_MAX
  return others.length >= PROMOTIONS_MAX || isTooMuch
    ? { code: 'TOO_MANY_PROMOTIONS', max: Math.min(PROMOTIONS_MAX, others.length) }
    : null
}

const publishIfUnmoved = (
  ctx: Context,
  rule: Promotion,
  { compiled }: PromotionValidation,
): Promise<boolean> =>
  ctx.db.transact(async (transaction) => {
    const before = await compiledPromotions(transaction, ctx.now)
    if (before.version !== compiled.version) return false
    await publish(transaction, rule, { before, at: ctx.now })
    return true
  })

/** Ends a promotion now; an ended one stays unchanged, an upcoming one never begins. */
export async function endPromotion(
  ctx: Context,
  { promotionId }: PromotionIdInput,
): Promise<Result<PromotionRow, NotFound>> {
  const ended = await ctx.db.transact(async (transaction) => {
    const read = await transaction.get('promotions', promotionId)
    if (!read) return null
    const rule = toPromotion(read)
    if (rule.endsAt <= ctx.now) return rule
    const before = await compiledPromotions(transaction, ctx.now)
    const over = { ...rule, startsAt: Math.min(rule.startsAt, ctx.now), endsAt: ctx.now }
    await publish(transaction, over, { before, at: ctx.now })
    return over
  })
  return ended ? ok(await rowOf(ctx, ended)) : fail({ code: 'NOT_FOUND' })
}

const rowOf = async (ctx: Context, rule: Promotion): Promise<PromotionRow> =>
  promotionRow(rule, { stock: await promotionStockOf(ctx.db, [rule.id]), at: ctx.now })
