import type { Conditions } from '@core/data/conditions'
import { command, type Database } from '@core/data/database'
import { type DocumentPage, fromCursor, pageOf } from '@core/data/pages'

import type { ActivityStockDocument } from '@core/data/stock/documents'
import type { Transaction } from '@core/data/transaction'
import type { Promotion } from '@core/domain/promotions/promotion'
import { promotionStockId } from '@core/domain/promotions/promotion-base'
import type { Instant } from '@core/kernel/calendar'
import { PAGE_SIZE, PROMOTION_SKUS_MAX } from '@core/kernel/limits'
import type { PromotionDocument } from './documents'

/** The activity in a document. */
export const toPromotion = ({ _id, ...rest }: PromotionDocument): Promotion => ({
  id: _id,
  ...rest,
})

/** The document of an activity. */
export const promotionDocument = ({ id, ...rest }: Promotion): PromotionDocument => ({
  _id: id,
  ...rest,
})

/** The activities that run or are to come; `version` grows with every change of any activity. */
export type CompiledPromotions = { list: Promotion[]; version: number }

type Reader = Pick<Database, 'get'> | Pick<Transaction, 'get'>

/** Reads what every price is reckoned with, as of a moment. */
export async function compiledPromotions(reader: Reader, at: Instant): Promise<CompiledPromotions> {
  const read = await reader.get('settings', PROMOTIONS_ID)
  const list = (read?.['list'] ?? []) as Promotion[]
  const version = Number(read?.['version'] ?? 0)
  return { list: list.filter((rule) => rule.endsAt > at), version }
}

/** Writes an activity and what prices are reckoned with, both or neither. */
export async function publish(
  transaction: Transaction,
  rule: Promotion,
  { before, at }: { before: CompiledPromotions; at: Instant },
): Promise<void> {
  const others = before.list.filter(({ id }) => id !== rule.id)
  const list = rule.endsAt > at ? [...others, rule] : others
  await transaction.put('promotions', promotionDocument(rule))
  await transaction.put('settings', { _id: PROMOTIONS_ID, list, version: before.version + 1 })
}

/** Which activities to list. */
export type PromotionFilter = {
  kind?: Promotion['kind'] | undefined
  /** Only those that were over by then. */
  endedBy?: Instant
  cursor?: string | undefined
}

/** A page of activities, those that end last first. */
export async function findPromotions(
  db: Database,
  { kind, endedBy, cursor }: PromotionFilter,
): Promise<DocumentPage<Promotion>> {
  const ends = { endsAt: endedBy === undefined ? command.gte(0) : command.lte(endedBy) }
  const conditions: Conditions = kind === undefined ? ends : { kind, ...ends }
  const read = await db.find('promotions', {
    where: fromCursor(conditions, { path: 'endsAt', direction: 'desc', cursor }),
    orderBy: [
      ['endsAt', 'desc'],
      ['_id', 'desc'],
    ],
    limit: PAGE_SIZE + 1,
  })
  const page = pageOf(read, PAGE_SIZE, ({ endsAt, _id }) => ({ at: endsAt, id: _id }))
  return { items: page.items.map(toPromotion), next: page.next }
}

/** The pieces that an activity sets apart, by SKU. */
function setApart(rule: Promotion): { skuId: string; stock: number }[] {
  if (rule.kind !== 'timePrice') return []
  return rule.prices.flatMap(({ skuId, stock }) => (stock === null ? [] : [{ skuId, stock }]))
}

/**
 * Opens the stock of an activity that has not begun: what is there of an earlier save is set anew,
 * unless somebody holds or has bought pieces of it.
 */
export async function openActivityStock(db: Database, rule: Promotion): Promise<void> {
  await Promise.all(
    setApart(rule).map(async ({ skuId, stock }) => {
      const _id = promotionStockId(rule.id, skuId)
      const amount = { available: stock, openingStock: stock }
      const nobody = { sold: 0, holds: {}, heldPieces: 0 }
      const fresh = { _id, promotionId: rule.id, skuId, ...amount, ...nobody }
      if (await db.addOnce('activityStock', fresh)) return
      await db.update('activityStock', { _id, sold: 0, heldPieces: 0 }, amount)
    }),
  )
}

/** Takes down the stock of SKUs that an activity no longer sets apart, if it is untouched. */
export async function closeActivityStock(
  db: Database,
  promotionId: string,
  kept: Promotion | null,
): Promise<void> {
  const ids = kept ? setApart(kept).map(({ skuId }) => skuId) : []
  const others = ids.length === 0 ? {} : { skuId: command.nin(ids) }
  await db.removeAll('activityStock', { promotionId, sold: 0, heldPieces: 0, ...others })
}

/** The stock that activities set apart; what a page of activities can have is one answer's most. */
export function activityStockOf(
  db: Database,
  promotionIds: readonly string[],
): Promise<ActivityStockDocument[]> {
  if (promotionIds.length === 0) return Promise.resolve([])
  return db.find('activityStock', {
    where: { promotionId: command.in([...promotionIds]) },
    limit: Math.min(ANSWER_MAX, promotionIds.length * PROMOTION_SKUS_MAX),
  })
}

/** Documents in one answer of the database (the service's own limit). */
const ANSWER_MAX = 1_000

/** Pieces left of what some running activities set apart, by `promotionStockId`. */
export async function activityPiecesLeft(
  db: Database,
  rules: readonly Promotion[],
): Promise<Record<string, number>> {
  const ids = rules.flatMap((rule) =>
    setApart(rule).map(({ skuId }) => promotionStockId(rule.id, skuId)),
  )
  const read = await db.getMany('activityStock', ids.slice(0, ANSWER_MAX))
  return Object.fromEntries(read.map(({ _id, available }) => [_id, available]))
}

/** The settings documents that a price follows from. */
export const PROMOTIONS_ID = 'promotions'
