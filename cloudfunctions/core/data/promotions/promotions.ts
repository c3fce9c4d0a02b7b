import type { Conditions } from '@core/data/conditions'
import { command, type Database } from '@core/data/database'
import { fromStored, toStored } from '@core/data/documents'
import { type DocumentPage, findPage, mapPage } from '@core/data/pages'
import type { PromotionStockDocument } from '@core/data/stock/documents'
import type { Transaction } from '@core/data/transaction'
import { ownStock, type Promotion } from '@core/domain/promotions/promotion'
import { promotionStockId } from '@core/domain/stock/stock'
import type { Instant } from '@core/kernel/calendar'
import { PROMOTION_PAGE_SIZE, PROMOTION_SKUS_MAX } from '@core/kernel/limits'

export const toPromotion = fromStored<Promotion>

/** Running and upcoming promotions; `version` grows with every change of any promotion. */
export type CompiledPromotions = { list: Promotion[]; version: number }

type Reader = Pick<Database, 'get'> | Pick<Transaction, 'get'>

/** Reads the promotions that prices are computed from, as of a moment. */
export async function compiledPromotions(reader: Reader, at: Instant): Promise<CompiledPromotions> {
  const read = await reader.get('settings', PROMOTIONS_ID)
  const list = (read?.['list'] ?? []) as Promotion[]
  const version = Number(read?.['version'] ?? 0)
  return { list: list.filter((rule) => rule.endsAt > at), version }
}

/** Writes a promotion and the compiled promotions, both in the transaction. */
export async function publish(
  transaction: Transaction,
  rule: Promotion,
  { before, at }: { before: CompiledPromotions; at: Instant },
): Promise<void> {
  const others = before.list.filter(({ id }) => id !== rule.id)
  const list = rule.endsAt > at ? [...others, rule] : others
  await transaction.put('promotions', toStored(rule))
  await transaction.put('settings', { _id: PROMOTIONS_ID, list, version: before.version + 1 })
}

export type PromotionFilter = {
  kind?: Promotion['kind'] | undefined
  /** Only promotions that had ended by then. */
  endedBy?: Instant
  cursor?: string | undefined
}

/** A page of promotions, the last to end first. */
export async function findPromotions(
  db: Database,
  { kind, endedBy, cursor }: PromotionFilter,
): Promise<DocumentPage<Promotion>> {
  const ends = { endsAt: endedBy === undefined ? command.gte(0) : command.lte(endedBy) }
  const where: Conditions = kind === undefined ? ends : { kind, ...ends }
  return mapPage(
    await findPage(db, 'promotions', {
      where,
      sortBy: ['endsAt', 'desc'],
      cursor,
      size: PROMOTION_PAGE_SIZE,
    }),
    toPromotion,
  )
}

/**
 * Opens the stock of a promotion that has not begun. Stock of an earlier save is overwritten,
 * unless pieces of it are held or sold.
 */
export async function openPromotionStock(db: Database, rule: Promotion): Promise<void> {
  await Promise.all(
    ownStock(rule).map(async ({ skuId, stock }) => {
      const _id = promotionStockId(rule.id, skuId)
      const amount = { available: stock, openingStock: stock }
      const nobody = { sold: 0, holds: {}, heldPieces: 0 }
      const fresh = { _id, promotionId: rule.id, skuId, ...amount, ...nobody }
      if (await db.addOnce('activityStock', fresh)) return
      await db.update('activityStock', { _id, sold: 0, heldPieces: 0 }, amount)
    }),
  )
}

/** Deletes untouched stock of SKUs for which the promotion no longer reserves any. */
export async function closePromotionStock(
  db: Database,
  promotionId: string,
  kept: Promotion | null,
): Promise<void> {
  const ids = kept ? ownStock(kept).map(({ skuId }) => skuId) : []
  const others = ids.length === 0 ? {} : { skuId: command.nin(ids) }
  await db.removeAll('activityStock', { promotionId, sold: 0, heldPieces: 0, ...others })
}

/** The stock reserved for promotions; a page of promotions fits into one answer. */
export function promotionStockOf(
  db: Database,
  promotionIds: readonly string[],
): Promise<PromotionStockDocument[]> {
  if (promotionIds.length === 0) return Promise.resolve([])
  return db.find('activityStock', {
    where: { promotionId: command.in([...promotionIds]) },
    limit: Math.min(ANSWER_MAX, promotionIds.length * PROMOTION_SKUS_MAX),
  })
}

/** Documents in one answer of the database (limit of the service). */
const ANSWER_MAX = 1_000

/** Pieces left of the stock reserved for promotions, by `promotionStockId`. */
export async function promotionPiecesLeft(
  db: Database,
  rules: readonly Promotion[],
): Promise<Record<string, number>> {
  const ids = rules.flatMap((rule) =>
    ownStock(rule).map(({ skuId }) => promotionStockId(rule.id, skuId)),
  )
  const read = await db.getMany('activityStock', ids.slice(0, ANSWER_MAX))
  return Object.fromEntries(read.map(({ _id, available }) => [_id, available]))
}

/** The settings document of the compiled promotions. */
export const PROMOTIONS_ID = 'promotions'
