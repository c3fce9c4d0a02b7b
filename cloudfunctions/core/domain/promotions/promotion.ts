import type { Fen } from '@core/kernel/money'
import {
  commonGoods,
  type KnownSku,
  type NamedSkuField,
  type OwnStock,
  type PromotionError,
  type PromotionKindDefinition,
} from './kind-definition'
import { bundleKind } from './kinds/bundle'
import { freeFreightKind } from './kinds/free-freight'
import { giftKind } from './kinds/gift'
import { nthPieceKind } from './kinds/nth-piece'
import { spendOffKind } from './kinds/spend-off'
import { tierPriceKind } from './kinds/tier-price'
import { timePriceKind } from './kinds/time-price'

/** The kinds, in the order in which a quote applies them. */
const KINDS = [
  timePriceKind,
  bundleKind,
  nthPieceKind,
  tierPriceKind,
  spendOffKind,
  giftKind,
  freeFreightKind,
] as const

type PromotionOf<D> = D extends PromotionKindDefinition<infer P, string> ? P : never

/** A promotion of the shop. */
export type Promotion = PromotionOf<(typeof KINDS)[number]>
export type PromotionKind = Promotion['kind']

/** The reasons for a price that promotions give. */
export type PromotionCode = (typeof KINDS)[number]['code']

export const PROMOTION_KINDS: readonly PromotionKind[] = KINDS.map(({ kind }) => kind)

type Definition = PromotionKindDefinition<Promotion, PromotionCode>
const DEFINITIONS = new Map<PromotionKind, Definition>(KINDS.map((one) => [one.kind, one]))

/** What the shop knows of the kind of a promotion. */
export function definitionOf(kind: PromotionKind): Definition {
  const definition = DEFINITIONS.get(kind)
  if (!definition) throw new Error(`unknown promotion kind ${kind}; add it to KINDS`)
  return definition
}

/** Sorts promotions in the order in which a quote applies their kinds. */
export const byKind = (a: Promotion, b: Promotion): number =>
  PROMOTION_KINDS.indexOf(a.kind) - PROMOTION_KINDS.indexOf(b.kind)

/** The reason under which a kind appears in a quote. */
export const promotionCode = (kind: PromotionKind): PromotionCode => definitionOf(kind).code

/** The SKUs a promotion names, with the fields that name them. */
export const namedSkus = (promotion: Promotion): NamedSkuField[] =>
  definitionOf(promotion.kind).namedSkus?.(promotion) ?? []

/** The pieces a promotion reserves for itself. */
export const ownStock = (promotion: Promotion): OwnStock[] =>
  definitionOf(promotion.kind).ownStock?.(promotion) ?? []

/** The SKUs a promotion gives away. */
export const giftSkus = (promotion: Promotion): string[] =>
  definitionOf(promotion.kind).giftSkus?.(promotion) ?? []

/** What a piece of a SKU costs everybody in a promotion; `null` where it sets no such price. */
export const priceIn = (promotion: Promotion, skuId: string): Fen | null =>
  definitionOf(promotion.kind).priceOf?.(promotion, skuId) ?? null

/** Whether a promotion may make freight to a province free. */
export const isFreeTo = (promotion: Promotion, province: string): boolean =>
  definitionOf(promotion.kind).isFreeTo?.(promotion, province) ?? false

/** The SKUs that an offer shows by name on the page of a product. */
export const offerSkus = (promotion: Promotion): string[] =>
  definitionOf(promotion.kind).offerSkus?.(promotion) ?? []

/** Pieces or times a member may have a promotion; `null`: any number. */
export const perMemberMax = (promotion: Promotion): number | null =>
  definitionOf(promotion.kind).perMemberMax?.(promotion) ?? null

/** What is wrong with the fields that only this kind has. */
export const kindError = (
  promotion: Promotion,
  listPriceOf: (skuId: string) => number,
): PromotionError | null => definitionOf(promotion.kind).error?.(promotion, listPriceOf) ?? null

/** The goods that two promotions of one kind share: SKUs, else products and categories, or `*`. */
export function overlap(a: Promotion, b: Promotion, skus: readonly KnownSku[]): string[] {
  const definition = definitionOf(a.kind)
  return definition.overlap?.(a, b, skus) ?? commonGoods(definition, [a, b], skus)
}
