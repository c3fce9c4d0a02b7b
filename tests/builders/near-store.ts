import { createRequire } from 'node:module'
import { Database } from '@core/data/database'
import { Meter } from '@core/data/meter'
import { decode, decodeDocument, decodeStored, encode } from '@local/database/codec'
import { duplicateKey } from '@local/database/errors'
import { aggregationOf, filterOf, updated } from '@local/database/language'
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
type Collections = Map<string, Map<string, Document>>

const documentsOf = (stored: Collections, name: string): Map<string, Document> => {
  const documents = stored.get(name) ?? new Map<string, Document>()
  stored.set(name, documents)
  return documents
}

const idOf = ({ _id }: Document): string => (typeof _id === 'string' ? _id : encode(_id ?? null))

const NOW = 0
const documentIn = (text: string | undefined): Document =>
  text === undefined || text === '' ? {} : decodeDocument(text, NOW)

function matching(documents: ReadonlyMap<string, Document>, condition: Document): Document[] {
  const { _id, ...rest } = condition
  const named = typeof _id === 'string' ? [documents.get(_id)] : [...documents.values()]
  const wanted = typeof _id === 'string' ? rest : condition
  const isWanted = Object.keys(wanted).length === 0 ? () => true : filterOf(wanted)
  return named.filter((one) => one !== undefined).filter(isWanted)
}

type Step = (documents: Map<string, Document>, request: DatabaseRequest) => object

const STEPS: Record<string, Step> = {
  'database.insertDocument': (documents, { collectionName = '', data = [] }) => {
    const added = (typeof data === 'string' ? [data] : data).map(documentIn)
    for (const document of added) {
      const id = idOf(document)
      if (documents.has(id)) throw duplicateKey(collectionName, '_id_', id)
      documents.set(id, document)
    }
    return { insertedIds: added.map(({ _id }) => _id) }
  },
  'database.getDocument': (documents, { query, order, limit }) => {
    const found = matching(documents, documentIn(query))
    const inOrder = sorted(found, (one) => one, sortOf(documentIn(order)))
    return { list: inOrder.slice(0, limit).map((one) => encode(one)) }
  },
  'database.aggregateDocuments': (documents, { stages = [] }) => {
    const decoded = stages.map(({ stageKey, stageValue }) => ({
      [stageKey]: decode(stageValue, NOW),
    }))
    const found = aggregationOf(decoded)([...documents.values()], () => [])
    return { list: found.map((one) => encode(one)) }
  },
  'database.modifyDocument': (documents, { query, data }) => {
    const condition = documentIn(query)
    const found = matching(documents, condition)
    for (const one of found) {
      const change = documentIn(String(data))
      // The update is made in place: of a copy.
      documents.set(idOf(one), updated(decodeStored(encode(one)), change, condition))
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
  const stored: Collections = new Map()
  // The copy that the SDK itself works with.
  const fromSdk = createRequire(createRequire(__filename).resolve('wx-server-sdk'))
  const sdk = fromSdk('@cloudbase/database') as Sdk
  class NearRequest {
    send(action: string, data: object): Promise<unknown> {
      const request: DatabaseRequest = { ...data, action }
      const step = STEPS[action]
      if (!step) return Promise.reject(new Error(`${action} is not near`))
      const take = () => step(documentsOf(stored, request.collectionName ?? ''), request)
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
    all: <T>(collection: string) => [...documentsOf(stored, collection).values()] as T[],
    begin(documents) {
      stored.clear()
      for (const [name, list] of Object.entries(documents)) {
        stored.set(name, new Map(list.map((one) => [one._id, one])))
      }
    },
  }
}
