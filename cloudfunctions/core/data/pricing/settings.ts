import { FREIGHT_ID } from '@core/data/freight/settings'
import {
  type KnownSettings,
  learnedGapDays,
  purchaseIntervalId,
} from '@core/data/lifecycle/settings'
import { PROMOTIONS_ID } from '@core/data/promotions/promotions'
import { type FreightTable, plainFreight } from '@core/domain/freight/freight-table'
import type { LifecycleSettings } from '@core/domain/lifecycle/status'
import type { Promotion } from '@core/domain/promotions/promotion'

/** What the shop has set that every price and every order needs, read in one call. */
export type TradeSettings = {
  /** Those that run or are to come. */
  promotions: Promotion[]
  freight: FreightTable
  lifecycle: LifecycleSettings
}

/** Reads all of it at once. */
export async function tradeSettings({
  db,
  program,
  reviewOn,
}: KnownSettings): Promise<TradeSettings> {
  const read = await db.getMany('settings', [PROMOTIONS_ID, FREIGHT_ID, purchaseIntervalId()])
  const of = (id: string) => read.find((one) => one._id === id)
  return {
    promotions: (of(PROMOTIONS_ID)?.['list'] as Promotion[] | undefined) ?? [],
    freight: (of(FREIGHT_ID)?.['zones'] as FreightTable | undefined) ?? plainFreight(program),
    lifecycle: { program, shopGapDays: learnedGapDays(of(purchaseIntervalId())), reviewOn },
  }
}
