import { createRequire } from 'node:module'
import { Database } from '@core/data/database'
import { Meter } from '@core/data/meter'
import { decodeDocument, decodeStored, encode } from '@local/database/codec'
import { duplicateKey } from '@local/database/errors'
import { filterOf, updated } from '@local/database/language'
import { sorted, sortOf } from '@local/database/order'
import type { Document } from '@local/database/values'
import type { DatabaseRequest } from '@local/gateway/database-actions'

/**
 * The shop's own `Database` and the unmodified SDK on documents in memory, in the local cloud's
 * query language but without its network, indexes and disk, so that ten thousand cases take a
 * minute. Each request is one step, as in the cloud.
 */

type Sdk = { Db: { reqClass: new () => { send(action: string, data: object): Promise<unknown> } } }

/** Called before each request of a run: resolves when the request may run, or ends the run. */
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

/** Documents by id, per collection. */
type Shelves = Map<string, Map<string, Document>>

const shelfOf = (shelves: Shelves, name: string): Map<string, Document> => {
  const shelf = shelves.get(name) ?? new Map<string, Document>()
  shelves.set(name, shelf)
  return shelf
}

const idOf = ({ _id }: Document): string => (typeof _id === 'string' ? _id : encode(_id ?? null))

const NOW = 0
const documentIn = (text: string | undefined): Document =>
  text === undefined || text === '' ? {} : decodeDocument(text, NOW)

function matching(shelf: ReadonlyMap<string, Document>, condition: Document): Document[] {
  const { _id, ...rest } = condition
  const named = typeof _id === 'string' ? [shelf.get(_id)] : [...shelf.values()]
  const wanted = typeof _id === 'string' ? rest : condition
  const isWanted = Object.keys(wanted).length === 0 ? () => true : filterOf(wanted)
  return named.filter((one) => one !== undefined).filter(isWanted)
}

type Step = (shelf: Map<string, Document>, request: DatabaseRequest) => object

const STEPS: Record<string, Step> = {
  'database.insertDocument': (shelf, { collectionName = '', data = [] }) => {
    const documents = (typeof data === 'string' ? [data] : data).map(documentIn)
    for (const document of documents) {
      const id = idOf(document)
      if (shelf.has(id)) throw duplicateKey(collectionName, '_id_', id)
      shelf.set(id, document)
    }
    return { insertedIds: documents.map(({ _id }) => _id) }
  },
  'database.getDocument': (shelf, { query, order, limit }) => {
    const found = matching(shelf, documentIn(query))
    const inOrder = sorted(found, (one) => one, sortOf(documentIn(order)))
    return { list: inOrder.slice(0, limit).map((one) => encode(one)) }
  },
  'database.modifyDocument': (shelf, { query, data }) => {
    const condition = documentIn(query)
    const found = matching(shelf, condition)
    for (const one of found) {
      const change = documentIn(String(data))
      // A copy made in this realm: mingo recognises arrays by their class.
      shelf.set(idOf(one), updated(decodeStored(encode(one)), change, condition))
    }
    return { updated: found.length, upsert_id: null }
  },
}

/** Documents in memory, and databases on them. */
export type NearStore = {
  /** A database for one run. */
  database(gate?: Gate): Database
  /** All documents of a collection. */
  all<T>(collection: string): T[]
  /** Forgets everything, and keeps these. */
  begin(documents: Record<string, readonly (Document & { _id: string })[]>): void
}

/** A store for the tests of one file. */
export function openNearStore(): NearStore {
  const shelves: Shelves = new Map()
  // The copy that the SDK itself works with.
  const fromSdk = createRequire(createRequire(__filename).resolve('wx-server-sdk'))
  const sdk = fromSdk('@cloudbase/database') as Sdk
  class NearRequest {
    send(action: string, data: object): Promise<unknown> {
      const request: DatabaseRequest = { ...data, action }
      const step = STEPS[action]
      if (!step) return Promise.reject(new Error(`${action} is not near`))
      const take = () => step(shelfOf(shelves, request.collectionName ?? ''), request)
      return Promise.resolve().then(() => ({ requestId: 'near', data: take() }))
    }
  }
  return {
    database(gate = () => Promise.resolve()) {
      const database = new Database(new GatedMeter(gate))
      // The SDK names its own sender each time a database is made; ours takes its place.
      sdk.Db.reqClass = NearRequest
      return database
    },
    all: <T>(collection: string) => [...shelfOf(shelves, collection).values()] as T[],
    begin(documents) {
      shelves.clear()
      for (const [name, list] of Object.entries(documents)) {
        shelves.set(name, new Map(list.map((one) => [one._id, one])))
      }
    },
  }
}
