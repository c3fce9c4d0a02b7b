import { decode, decodeDocument, encode } from '@local/database/codec'
import { requestFailed } from '@local/database/errors'
import { projected } from '@local/database/language'
import type { Store } from '@local/database/store'
import type { Document, Value } from '@local/database/values'
import { CloudError } from '@local/ports'

/** The answer of an action, without the request id. */
export type Answer = Record<string, unknown>

/** The fields of a database request as the SDK writes them; documents and conditions are texts. */
export type DatabaseRequest = {
  action: string
  collectionName?: string
  transactionId?: string
  query?: string
  data?: string | string[]
  projection?: string
  order?: string
  offset?: number
  limit?: number
  multi?: boolean
  merge?: boolean
  upsert?: boolean
  queryType?: string
  stages?: { stageKey: string; stageValue: string }[]
}

type Call = { store: Store; request: DatabaseRequest; collection: string; now: number }

/** Documents that `get()` returns without a limit, and at most. */
const GET_DEFAULT = 100
const GET_MAX = 1000

/** `EXCEED_MAX_RESPONSE_SIZE`: a list of documents is not larger. */
export const RESULT_BYTES_MAX = 1024 * 1024

const ACTIONS: Record<string, (call: Call) => Answer | Promise<Answer>> = {
  'database.addCollection': ({ store, collection }) => {
    store.addCollection(collection)
    return {}
  },
  'database.insertDocument': insert,
  'database.getDocument': get,
  'database.calculateDocument': ({ store, collection, request, now }) => ({
    data: { total: store.count(collection, conditionOf(request, now)) },
  }),
  'database.modifyDocument': modify,
  'database.removeDocument': async ({ store, collection, request, now }) => {
    const target = targetOf(request, now)
    return { data: { deleted: await store.remove(collection, target) } }
  },
  'database.aggregateDocuments': ({ store, collection, request, now }) => {
    const stages = (request.stages ?? []).map(({ stageKey, stageValue }) => ({
      [stageKey]: decode(stageValue, now),
    }))
    const texts = store.aggregate(collection, stages).map((document) => encode(document))
    return { data: { list: bounded(texts) } }
  },
  'database.startTransaction': ({ store }) => ({ transactionId: store.begin() }),
  'database.commitTransaction': ({ store, request }) => {
    store.commit(request.transactionId ?? '')
    return {}
  },
  'database.abortTransaction': ({ store, request }) => {
    store.abort(request.transactionId ?? '')
    return {}
  },
}

/** Whether there is a database action of that name. */
export const isDatabaseAction = (action: string): boolean => Object.hasOwn(ACTIONS, action)

/** Carries out one database action; undefined when there is no such action. */
export function runDatabaseAction(
  store: Store,
  request: DatabaseRequest,
): Promise<Answer> | Answer | undefined {
  const action = isDatabaseAction(request.action) ? ACTIONS[request.action] : undefined
  const collection = request.collectionName ?? ''
  return action?.({ store, request, collection, now: store.clock.now() })
}

async function insert({ store, request, collection, now }: Call): Promise<Answer> {
  const texts = typeof request.data === 'string' ? [request.data] : (request.data ?? [])
  const documents = texts.map((text) => decodeDocument(text, now))
  const insertedIds = await store.insert(collection, documents, request.transactionId)
  return { data: { insertedIds } }
}

function get({ store, request, collection, now }: Call): Answer {
  const isDoc = request.queryType === 'DOC'
  const limit = isDoc ? 1 : Math.min(request.limit || GET_DEFAULT, GET_MAX)
  const skip = request.offset ?? 0
  const order = optional(request.order, now)
  const query = { condition: conditionOf(request, now), order, skip, limit }
  const found = store.find(collection, query, request.transactionId)
  const projection = optional(request.projection, now)
  const hasProjection = projection && Object.keys(projection).length > 0
  const texts = hasProjection
    ? projected(
        found.map(({ document }) => document),
        projection,
      ).map((one) => encode(one))
    : found.map(({ text }) => text)
  return { data: { list: bounded(texts) }, total: texts.length, limit, offset: skip }
}

async function modify({ store, request, collection, now }: Call): Promise<Answer> {
  const { transactionId } = request
  const change = decodeDocument(String(request.data ?? '{}'), now)
  const target = targetOf(request, now)
  if (request.merge === false) {
    const _id = target.condition._id as Value
    if (!request.upsert || (typeof _id !== 'string' && typeof _id !== 'number')) {
      throw requestFailed('[FailedOperation] a replacement needs an _id')
    }
    const kind = await store.put(collection, { _id, ...change }, transactionId)
    return { data: kind === 'new' ? { updated: 0, upsert_id: _id } : { updated: 1 } }
  }
  if (Object.keys(change).length === 0) throw requestFailed('[FailedOperation] update is empty')
  return { data: { updated: await store.update(collection, target, change), upsert_id: null } }
}

function targetOf(request: DatabaseRequest, now: number) {
  return {
    condition: conditionOf(request, now),
    isMulti: request.multi === true,
    transactionId: request.transactionId,
  }
}

function conditionOf({ query }: DatabaseRequest, now: number): Document {
  return optional(query, now) ?? {}
}

function optional(text: string | undefined, now: number): Document | undefined {
  return text === undefined || text === '' ? undefined : decodeDocument(text, now)
}

function bounded(texts: string[]): string[] {
  let bytes = 0
  for (const text of texts) bytes += Buffer.byteLength(text)
  if (bytes <= RESULT_BYTES_MAX) return texts
  throw new CloudError(
    'EXCEED_MAX_RESPONSE_SIZE',
    `the result of ${bytes} bytes is larger than 1 MB: ask for fewer documents or fields`,
  )
}
