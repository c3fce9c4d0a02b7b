/** The part of the SDK's database that these tests speak to, without the `any` of its own types. */

export type Fields = Record<string, unknown>

type Make = (...operands: unknown[]) => Operator

type QueryName =
  | 'eq neq lt lte gt gte in nin all elemMatch exists size mod geoNear geoWithin geoIntersects'
  | 'and or not nor expr'
type UpdateName =
  'set remove inc mul push pull pullAll pop shift unshift addToSet rename bit max min'
type StageName =
  | 'addFields bucket bucketAuto count geoNear group limit match project lookup replaceRoot sample'
  | 'skip sort sortByCount unwind facet graphLookup out redact'
type OperatorName =
  | 'abs add ceil divide exp floor ln log log10 mod multiply pow sqrt subtract trunc arrayElemAt'
  | 'arrayToObject concatArrays filter in indexOfArray isArray map range reduce reverseArray size'
  | 'slice zip and not or cmp eq gt gte lt lte neq cond ifNull switch dateFromParts dateFromString'
  | 'dateToString dayOfMonth dayOfWeek dayOfYear hour isoDayOfWeek isoWeek isoWeekYear millisecond'
  | 'minute month second week year literal mergeObjects objectToArray allElementsTrue'
  | 'anyElementTrue setDifference setEquals setIntersection setIsSubset setUnion concat'
  | 'indexOfBytes indexOfCP split strLenBytes strLenCP strcasecmp substr substrBytes substrCP'
  | 'toLower toUpper addToSet avg first last max min push stdDevPop stdDevSamp sum let'

type Words<T extends string> = T extends `${infer Head} ${infer Rest}` ? Head | Words<Rest> : T

/** What a query command makes; two of them can be chained. */
export type Operator = { gt: Make; gte: Make; lt: Make; lte: Make; and: Make; or: Make }

/** `db.command`: makers of operators, and the family of the aggregation. */
export type Command = Record<Words<QueryName | UpdateName>, Make> & {
  aggregate: Record<Words<OperatorName>, Make>
}

type Replaced = { _id: string; stats: { updated: number; created: number } }

/** One document. */
export interface Doc {
  get(): Promise<{ data: Fields | null }>
  set(change: { data: Fields }): Promise<Replaced>
  update(change: { data: Fields }): Promise<{ stats: { updated: number } }>
  remove(): Promise<{ stats: { removed: number } }>
  field(projection: Fields): Doc
}

/** A condition being put together, and what can be done with it. */
export interface Query {
  where(condition: unknown): Query
  orderBy(path: string, direction: 'asc' | 'desc'): Query
  limit(count: number): Query
  skip(count: number): Query
  field(projection: Fields): Query
  get(): Promise<{ data: Fields[] }>
  count(): Promise<{ total: number }>
  update(change: { data: Fields; multi?: boolean }): Promise<{ stats: { updated: number } }>
  remove(): Promise<{ stats: { removed: number } }>
}

/** A collection: all its documents, or one. */
export interface Collection extends Query {
  doc(id: string | number): Doc
  add(insert: { data: Fields }): Promise<{ _id: string }>
  add(insert: { data: Fields[] }): Promise<{ _ids: string[] }>
  aggregate(): Aggregate
}

/** The builder of an aggregation. */
export type Aggregate = { [stage in Words<StageName>]: (argument?: unknown) => Aggregate } & {
  end(): Promise<unknown>
}

/** A transaction as `startTransaction` and `runTransaction` give it. */
export interface Transaction {
  collection(name: string): Collection
  commit(): Promise<unknown>
  rollback(reason?: unknown): Promise<unknown>
}

/** The database as `cloud.database()` gives it. */
export interface Database {
  command: Command
  Geo: { Point: new (longitude: number, latitude: number) => object }
  collection(name: string): Collection
  createCollection(name: string): Promise<unknown>
  serverDate(options?: { offset: number }): unknown
  RegExp(pattern: { regexp: string; options?: string }): unknown
  startTransaction(): Promise<Transaction>
  runTransaction<T>(work: (transaction: Transaction) => Promise<T>, times?: number): Promise<T>
}

/** Ends an aggregation. */
export async function listOf(aggregate: Aggregate): Promise<Fields[]> {
  const { list } = (await aggregate.end()) as { list: Fields[] }
  return list
}

/** What a failed call rejects with. */
export type SdkError = { errCode?: number; errMsg?: string; code?: string; message?: string }

/** The error of a call that must fail. */
export async function failureOf(work: Promise<unknown>): Promise<SdkError> {
  try {
    await work
  } catch (error) {
    return error as SdkError
  }
  throw new Error('it should have failed')
}

/** The conflict as the SDK delivers it: two own keys, no code. */
export async function expectConflict(work: Promise<unknown>): Promise<void> {
  const error = await failureOf(work)
  expect(error.errCode).toBe(-501001)
  expect(error.errMsg).toContain('[ResourceUnavailable.TransactionConflict]')
  expect(Object.keys(error).sort()).toEqual(['errCode', 'errMsg'])
}
