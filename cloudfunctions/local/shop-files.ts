import { existsSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import Database from 'libsql'
import type { DataPaths } from './data-folder'
import { DevcloudError } from './devcloud-error'
import { type DevcloudSecrets, readSecrets } from './secrets'
import { STAMP_TABLE, type Stamp, shopOf } from './stamp'

/** Tables by the columns that the local cloud gave them; `null` where these are not asked for. */
type Schema = { isOwn: RegExp; columns: Readonly<Record<string, string>> }

const DATABASE: Schema = {
  isOwn: /^(collections|indexes|stamp|[di]\d+)$/,
  columns: { collections: 'n,name', indexes: 'n,collection,spec,multikey' },
}
const RECORDS: Schema = {
  isOwn: /^(record|stamp)$/,
  columns: { record: 'seq,kind,id,json' },
}

/** What is in a data folder: the stamps of its databases, if they have one. */
type FoundShop = { secrets?: DevcloudSecrets; database?: Stamp; records?: Stamp }

type Found = { exists: boolean; isEmpty: boolean; stamp?: Stamp }

/**
 * Looks at the files of a shop before anything is opened for writing. Throws a `DevcloudError` of
 * one sentence when a part is missing, damaged, or not of this shop: what was lost can still be put
 * back, so nothing is made in its place and nothing is deleted.
 */
export const inspectShopFiles = (paths: DataPaths, isBegun: boolean): FoundShop => {
  const secrets = existsSync(paths.secrets) ? readSecrets(paths.secrets) : undefined
  const database = inspect(paths.database, DATABASE)
  const records = inspect(paths.records, RECORDS)
  if (!isBegun) refuseIncomplete(paths, { secrets, database, records })
  if (secrets) refuseForeignKeys(paths, { secrets, database, records })
  return {
    ...(secrets && { secrets }),
    ...(database.stamp !== undefined && { database: database.stamp }),
    ...(records.stamp !== undefined && { records: records.stamp }),
  }
}

/** What to do about a shop that is not whole. */
const REMEDY = 'put the file back from a copy, or delete the whole shop with npm run reset'

type Parts = { secrets: DevcloudSecrets | undefined; database: Found; records: Found }

function refuseIncomplete(paths: DataPaths, { secrets, database, records }: Parts): void {
  const isNew = !secrets && !database.exists && !records.exists && !existsSync(paths.files)
  if (isNew) return
  const lost = (file: string, found: Found, beside: string) =>
    new DevcloudError(
      `The data folder ${paths.folder} has ${beside}, but ${basename(file)} is ` +
        `${found.exists ? 'empty' : 'missing'}: ${REMEDY}.`,
    )
  if (database.isEmpty) {
    throw lost(paths.database, database, secrets ? 'the keys of a shop' : 'parts of a shop')
  }
  if (!secrets) {
    const missing: Found = { exists: false, isEmpty: true }
    throw lost(paths.secrets, missing, 'the database of a shop')
  }
  // A database without a stamp is older than stamps, or was filled by a tool: records may follow.
  if (records.isEmpty && database.stamp !== undefined) {
    throw lost(paths.records, records, 'the database of a shop')
  }
}

function refuseForeignKeys(
  { folder, secrets: file }: DataPaths,
  { secrets, database, records }: Parts & { secrets: DevcloudSecrets },
): void {
  const shops = [database, records].map(({ stamp }) =>
    stamp === undefined ? undefined : shopOf(stamp, secrets),
  )
  if (shops.includes(null)) {
    throw new DevcloudError(
      `${basename(file)} in ${folder} has the keys of another shop than the data there: put the ` +
        `shop's own keys back from a copy, or delete the whole shop with npm run reset.`,
    )
  }
  const [own, known] = shops
  if (own !== known && known !== undefined) {
    throw new DevcloudError(
      `wechat.db in ${folder} belongs to another shop than database.db: ${REMEDY}.`,
    )
  }
}

/** Reads tables and stamp of a database, and writes nothing, not even the kind of its journal. */
function inspect(file: string, schema: Schema): Found {
  if (!existsSync(file)) return { exists: false, isEmpty: true }
  if (!statSync(file).isFile()) throw unusable(file, 'it is not a file')
  if (statSync(file).size === 0) return { exists: true, isEmpty: true }
  let database: Database.Database | undefined
  try {
    database = new Database(file)
    const tables = tablesOf(database)
    const foreign = tables.find((name) => !isOwnTable(database as Database.Database, name, schema))
    if (foreign !== undefined) throw foreignSchema(file, foreign)
    const stamp = tables.includes(STAMP_TABLE) ? stampIn(database) : undefined
    const isEmpty = !tables.some((name) => name !== STAMP_TABLE)
    return { exists: true, isEmpty, ...(stamp !== undefined && { stamp }) }
  } catch (error) {
    if (error instanceof DevcloudError) throw error
    throw unusable(file, error instanceof Error ? error.message : String(error))
  } finally {
    database?.close()
  }
}

/** Tables, views and triggers, without those that SQLite itself makes. */
const tablesOf = (database: Database.Database): string[] =>
  (
    database
      .prepare("SELECT name FROM sqlite_master WHERE type <> 'index' AND name NOT LIKE 'sqlite_%'")
      .all() as { name: string }[]
  ).map(({ name }) => name)

const isOwnTable = (database: Database.Database, name: string, schema: Schema): boolean => {
  if (!schema.isOwn.test(name)) return false
  const expected = schema.columns[name]
  if (expected === undefined) return true
  const columns = database.prepare('SELECT name FROM pragma_table_info(?)').all([name])
  return (columns as { name: string }[]).map((column) => column.name).join(',') === expected
}

const stampIn = (database: Database.Database): Stamp | undefined =>
  (database.prepare(`SELECT value FROM ${STAMP_TABLE}`).all() as { value: Stamp }[])[0]?.value

const unusable = (file: string, reason: string) =>
  new DevcloudError(`${file} cannot be used (${reason}); npm run reset deletes it.`)

const foreignSchema = (file: string, table: string) =>
  new DevcloudError(
    `${file} is the database of another program (its table ${table} is not of this shop): ` +
      `put the shop's own back from a copy, or choose another folder with DEVCLOUD_DATA.`,
  )
