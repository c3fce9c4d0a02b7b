import { FREIGHT_ID } from '@core/data/freight/settings'
import {
  type KnownSettings,
  learnedGapDays,
  purchaseIntervalId,
} from '@core/data/lifecycle/settings'
import { PROMOTIONS_ID } from '@core/data/promotions/promotions'
import { defaultFreightTable, type FreightTable } from '@core/domain/freight/freight-table'
import type { LifecycleSettings } from '@core/domain/lifecycle/status'
import type { Promotion } from '@core/domain/promotions/promotion'

/** The settings that every price and every order needs. */
export type TradeSettings = {
  /** Running and upcoming promotions. */
  promotions: Promotion[]
  freight: FreightTable
  lifecycle: LifecycleSettings
}

/** Reads all trade settings in one call. */
export async function tradeSettings({
  db,
  program,
  reviewOn,
}: KnownSettings): Promise<TradeSettings> {
  const read = await db.getMany('settings', [PROMOTIONS_ID, FREIGHT_ID, purchaseIntervalId()])
  const of = (id: string) => read.find((one) => one._id === id)
  return {
    promotions: (of(PROMOTIONS_ID)?.['list'] as Promotion[] | undefined) ?? [],
    freight:
      (of(FREIGHT_ID)?.['zones'] as FreightTable | undefined) ?? defaultFreightTable(program),
    lifecycle: { program, shopGapDays: learnedGapDays(of(purchaseIntervalId())), reviewOn },
  }
}
