import { IMPORT_COUNTED_MAX, type ImportSummary } from '@core/contract/imports'
import type { Day } from '@core/kernel/calendar'
import type { Progress } from './progress'
import type { Shop } from './shop'
import type { Staging } from './staging'

/** Learns the usual days between two orders, then reviews the customers of a source as of a day. */
export async function review(
  shop: Shop,
  { source, asOf }: { source: string; asOf: Day },
  progress: Progress,
): Promise<number | null> {
  const { customers } = await shop.call('imports.summary', { source })
  progress.begin('重新评定客户', Math.max(1, customers))
  const { shopGapDays } = await shop.call('imports.learn', { source })
  let reviewed = 0
  for (let after: string | undefined; ; ) {
    const page = await shop.call('imports.review', { source, asOf, after })
    reviewed += page.reviewed
    progress.reach(Math.min(customers, reviewed))
    if (page.next === null) return shopGapDays
    after = page.next
  }
}

/** Counts the customers of this file in the database; the source may have others. */
export async function count(
  staging: Staging,
  shop: Shop,
  source: string,
): Promise<Pick<ImportSummary, 'stages' | 'recencies'>> {
  const counted: Pick<ImportSummary, 'stages' | 'recencies'>[] = []
  for (const externalIds of staging.numbers(IMPORT_COUNTED_MAX)) {
    counted.push(await shop.call('imports.summary', { source, externalIds }))
  }
  return {
    stages: added(counted.map((one) => one.stages)),
    recencies: added(counted.map((one) => one.recencies)),
  }
}

const added = <K extends string>(all: Record<K, number>[]): Record<K, number> =>
  all.reduce((sums, one) => {
    const names = Object.keys(one) as K[]
    return Object.fromEntries(names.map((name) => [name, (sums[name] ?? 0) + one[name]])) as never
  })
