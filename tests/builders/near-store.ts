import type { CollectionName } from '@core/data/collections'
import { Database } from '@core/data/database'
import { Meter } from '@core/data/meter'
import { openStore, type Store } from '@local/database/store'
import { runDatabaseAction, type DatabaseRequest } from '@local/gateway/database-actions'

/**
 * The shop's own `Database` and the unmodified SDK on the desk's store, without a network between:
 * what the SDK would send is handed to the gateway's actions. Ten thousand cases are a minute then.
 */

type Sdk = { Db: { reqClass: new () => { send(action: string, data: object): Promise<unknown> } } }

/** Asked before each request of a run: lets it through when its turn has come, or ends the run. */
export type Gate = () => Promise<void>

class GatedMeter extends Meter {
  constructor(private readonly gate: Gate) {
    super()
  }

  override async measure<T>(call: () => Promise<T>): Promise<T> {
    await this.gate()
    return super.measure(call)
  }
}

/** A store of some of the shop's collections, and databases on it. */
export type NearStore = {
  store: Store
  /** A database for one run. */
  database(gate?: Gate): Database
}

/** Opens a store in memory; close it when the tests of the file are done. */
export function openNearStore(names: readonly CollectionName[]): NearStore {
  // So few documents are found without an index, and without one they are written faster.
  const collections = names.map((name) => ({ name, indexes: [] }))
  const store = openStore({ file: ':memory:', clock: { now: () => 0 }, collections })
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- has no types of its own
  const sdk = require('@cloudbase/database') as Sdk
  class NearRequest {
    async send(action: string, data: object): Promise<unknown> {
      const request: DatabaseRequest = { ...data, action }
      const answer = await runDatabaseAction(store, request)
      return { requestId: 'near', ...answer }
    }
  }
  return {
    store,
    database(gate = () => Promise.resolve()) {
      const database = new Database(new GatedMeter(gate))
      // The SDK names its own sender each time a database is made; ours takes its place.
      sdk.Db.reqClass = NearRequest
      return database
    },
  }
}
