import { FREIGHT_ID } from '@core/data/freight/settings'
import {
  type KnownSettings,
  learnedGapDays,
  purchaseIntervalId,
} from '@core/data/lifecycle/settings'
import type { SettingsDocument } from '@core/data/program/documents'
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

const TRADE_IDS = [PROMOTIONS_ID, FREIGHT_ID, purchaseIntervalId()]

/** Reads all trade settings in one call. */
export const tradeSettings = async (known: KnownSettings): Promise<TradeSettings> =>
  settingsIn(known, await known.db.getMany('settings', TRADE_IDS))

/** Reads all trade settings and, in the same call, one other document of settings. */
export async function tradeSettingsWith(
  known: KnownSettings,
  otherId: string,
): Promise<{ settings: TradeSettings; other: SettingsDocument | null }> {
  const read = await known.db.getMany('settings', [...TRADE_IDS, otherId])
  const other = read.find(({ _id }) => _id === otherId) ?? null
  return { settings: settingsIn(known, read), other }
}

function settingsIn(
  { program, reviewOn }: KnownSettings,
  read: readonly SettingsDocument[],
): TradeSettings {
  const of = (id: string) => read.find((one) => one._id === id)
  return {
    promotions: (of(PROMOTIONS_ID)?.['list'] as Promotion[] | undefined) ?? [],
    freight:
      (of(FREIGHT_ID)?.['zones'] as FreightTable | undefined) ?? defaultFreightTable(program),
    lifecycle: { program, shopGapDays: learnedGapDays(of(purchaseIntervalId())), reviewOn },
  }
}
