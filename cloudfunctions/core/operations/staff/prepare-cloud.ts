import { ok, type Result } from '@core/kernel/result'
import type { SetupReport } from '../../contract/admin'
import { COLLECTIONS, type IndexSpec } from '../../data/collections'
import type { Context } from '../context'

/**
 * Creates the collections of a new cloud environment. Indexes cannot be made through the SDK, so
 * the report lists them for the console. Doing it again creates nothing.
 */
export async function prepareCloud(ctx: Context): Promise<Result<SetupReport, never>> {
  const report: SetupReport = { created: [], existing: [], indexes: [] }
  for (const { name, indexes } of COLLECTIONS) {
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
