import type { SetupReport } from '@core/contract/setup'
import type { CollectionSpec, IndexSpec } from '@core/data/collections'
import { ok, type Result } from '@core/kernel/result'
import type { Context } from '@core/operations/context'

/**
 * Creates the collections of a new cloud environment. Indexes cannot be made through the SDK, so
 * the report lists them for the console. Doing it again creates nothing.
 */
export async function prepareCloud(
  ctx: Context,
  collections: readonly CollectionSpec[],
): Promise<Result<SetupReport, never>> {
  const report: SetupReport = { created: [], existing: [], indexes: [] }
  for (const { name, indexes } of collections) {
    const isNew = await ctx.db.createCollection(name)
    report[isNew ? 'created' : 'existing'].push(name)
    report.indexes.push(...indexes.map((index) => `${name}: ${inWords(index)}`))
  }
  return ok(report)
}

const ARROWS = { asc: '↑', desc: '↓' }

const inWords = ({ fields, unique }: IndexSpec): string =>
  fields.map(([path, direction]) => `${path} ${ARROWS[direction]}`).join(', ') +
  (unique ? ' (unique)' : '')
