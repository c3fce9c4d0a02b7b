import type { Database } from '@core/data/database'
import { purchaseIntervalId } from '@core/data/members/members'
import { type FreightTable, plainFreight } from '@core/domain/freight/freight-table'
import type { LifecycleSettings } from '@core/domain/lifecycle/status'
import type { Program } from '@core/domain/program'
import type { Promotion } from '@core/domain/promotions/promotion'

/** The settings documents that a price follows from. */
export const PROMOTIONS_ID = 'promotions'
export const FREIGHT_ID = 'freight'

/** What the shop has set that every price and every order needs, read in one call. */
export type TradeSettings = {
  /** Those that run or are to come. */
  promotions: Promotion[]
  freight: FreightTable
  lifecycle: LifecycleSettings
}

/** Reads all of it at once. */
export async function tradeSettings(db: Database, program: Program): Promise<TradeSettings> {
  const read = await db.getMany('settings', [PROMOTIONS_ID, FREIGHT_ID, purchaseIntervalId()])
  const of = (id: string) => read.find((one) => one._id === id)
  const gapDays = of(purchaseIntervalId())?.['gapDays']
  return {
    promotions: (of(PROMOTIONS_ID)?.['list'] as Promotion[] | undefined) ?? [],
    freight: (of(FREIGHT_ID)?.['zones'] as FreightTable | undefined) ?? plainFreight(program),
    lifecycle: { program, shopGapDays: typeof gapDays === 'number' ? gapDays : null },
  }
}
