import { compiledPromotions, toPromotion, type CompiledPromotions } from '../../data/promotions'
import { command } from '../../data/database'
import { SCOPE_MAX } from '../../domain/limits'
import { EVERYTHING, type Promotion, type Scope } from '../../domain/promotion'
import {
  changeFault,
  namedSkus,
  promotionConflicts,
  promotionFault,
  scopeFault,
  type KnownReach,
  type KnownSku,
  type PromotionConflict,
  type PromotionFault,
} from '../../domain/promotion-faults'
import type { Context } from '../context'

/** Documents in one answer of the database (the service's own limit). */
const ANSWER_MAX = 1_000

/** An activity against the shop as it is: what is there, what is wrong, what it collides with. */
export type LookedThrough = {
  /** The same activity as it was saved before. */
  stored: Promotion | null
  compiled: CompiledPromotions
  fault: PromotionFault | null
  conflicts: PromotionConflict[]
}

/** Reads all that an activity names or might meet, and checks it. Changes nothing. */
export async function lookThrough(ctx: Context, rule: Promotion): Promise<LookedThrough> {
  const [compiled, read] = await Promise.all([
    compiledPromotions(ctx.db, ctx.now),
    ctx.db.get('promotions', rule.id),
  ])
  const stored = read && toPromotion(read)
  const others = compiled.list.filter(({ id, kind }) => id !== rule.id && kind === rule.kind)
  const [skus, placed, shelves] = await Promise.all([
    knownSkus(ctx, [rule, ...others]),
    placedProducts(ctx, [rule, ...others]),
    ctx.db.getMany('categories', scopeOf(rule).categoryIds),
  ])
  const reach: KnownReach = {
    productIds: placed.map(({ productId }) => productId),
    categoryIds: shelves.map(({ _id }) => _id),
  }
  const fault =
    promotionFault(rule, skus) ??
    scopeFault(scopeOf(rule), reach) ??
    changeFault(stored, rule, ctx.now)
  const conflicts = promotionConflicts(rule, others, [...skus, ...placed])
  return { stored, compiled, fault, conflicts }
}

const scopeOf = (rule: Promotion): Scope => ('scope' in rule ? rule.scope : EVERYTHING)

async function knownSkus(ctx: Context, rules: readonly Promotion[]): Promise<KnownSku[]> {
  const named = rules.flatMap((rule) => namedSkus(rule).map(({ skuId }) => skuId))
  const ids = [...new Set(named)]
  const pages = await Promise.all(
    inParts(ids, ANSWER_MAX).map((part) => ctx.db.getMany('skus', part)),
  )
  return pages.flat().map(({ _id, productId, categoryIds, priceFen }) => ({
    id: _id,
    productId,
    categoryIds,
    priceFen,
  }))
}

/** Where the products stand that scopes name: no SKU of theirs is known by it. */
async function placedProducts(ctx: Context, rules: readonly Promotion[]): Promise<KnownSku[]> {
  const ids = [...new Set(rules.flatMap((rule) => scopeOf(rule).productIds))]
  const pages = await Promise.all(
    inParts(ids, SCOPE_MAX).map((part) =>
      ctx.db.find('products', {
        where: { _id: command.in(part) },
        limit: part.length,
        fields: ['_id', 'categoryIds'],
      }),
    ),
  )
  return pages.flat().map(({ _id, categoryIds }) => ({
    id: '',
    productId: _id,
    categoryIds,
    priceFen: 0,
  }))
}

const inParts = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, at) =>
    all.slice(at * size, (at + 1) * size),
  )
