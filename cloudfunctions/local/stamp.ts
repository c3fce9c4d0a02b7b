import { randomUUID } from 'node:crypto'
import { Vault } from '@core/data/vault'
import Database from 'libsql'
import { DevcloudError } from './devcloud-error'
import { makePrivateFile } from './private-files'
import type { DevcloudSecrets } from './secrets'

/**
 * The check value of a shop: an id sealed with the data key, the same in both of its databases. It
 * tells whether database, WeChat's records and keys belong together.
 */
export type Stamp = string

/** The table that holds the stamp, in either database. */
export const STAMP_TABLE = 'stamp'

type Shop = { shop: string }

const vaultOf = ({ dataKey, dataHashKey, formerDataKeys, formerHashKeys }: DevcloudSecrets) =>
  new Vault(dataKey, dataHashKey, { data: formerDataKeys ?? [], hash: formerHashKeys ?? [] })

/** The shop that a stamp names; `null` when these are not the keys it was sealed with. */
export const shopOf = (stamp: Stamp, secrets: DevcloudSecrets): string | null => {
  const opened = vaultOf(secrets).open<Shop>(stamp)
  return opened.ok ? opened.value.shop : null
}

/** A stamp of a shop, under the present key; of a new shop when there is no stamp yet. */
export const stampOf = (known: Stamp | undefined, secrets: DevcloudSecrets): Stamp => {
  const vault = vaultOf(secrets)
  if (known === undefined) return vault.seal({ shop: randomUUID() } satisfies Shop)
  return vault.reseal(known) ?? known
}

/** Writes the stamp into a database, which is made when it is missing. */
export const writeStamp = (file: string, stamp: Stamp): void => {
  try {
    makePrivateFile(file)
    const database = new Database(file)
    try {
      database.exec(`CREATE TABLE IF NOT EXISTS ${STAMP_TABLE} (n INTEGER PRIMARY KEY, value TEXT)`)
      database.prepare(`INSERT OR REPLACE INTO ${STAMP_TABLE} VALUES (1, ?)`).run([stamp])
    } finally {
      database.close()
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new DevcloudError(`${file} cannot be written (${reason}).`)
  }
}
