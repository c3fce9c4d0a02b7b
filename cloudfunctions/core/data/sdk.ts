/**
 * The part of `wx-server-sdk` 4.0.2's database that the shop uses, typed as it behaves. Its own
 * typings declare nearly everything as `void | string | Promise`.
 */
export interface Sdk {
  collection(name: string): SdkCollection
  startTransaction(): Promise<SdkTransaction>
  createCollection(name: string): Promise<unknown>
}

type Condition = Record<string, unknown>
type Data = { data: unknown }

/** A query; it ends in a read or a write of all matching documents. */
export interface SdkRows {
  orderBy(path: string, direction: string): SdkRows
  field(fields: Record<string, boolean>): SdkRows
  limit(most: number): SdkRows
  get(options: object): Promise<{ data: unknown[] }>
  count(): Promise<{ total: number }>
  update(change: Data): Promise<{ stats: { updated: number } }>
  remove(): Promise<{ stats: { removed: number } }>
}

/** One document by id; outside a transaction `get` of a missing one answers `null`. */
export interface SdkDocument {
  get(options: object): Promise<{ data: unknown }>
  set(content: Data): Promise<unknown>
  remove(options: object): Promise<unknown>
}

/** An aggregation; without `limit` the service answers 20 rows. */
export interface SdkPipeline {
  match(body: unknown): SdkPipeline
  group(body: unknown): SdkPipeline
  sort(body: unknown): SdkPipeline
  project(body: unknown): SdkPipeline
  limit(most: number): SdkPipeline
  end(): Promise<{ list: unknown[] }>
}

/** A collection outside or inside a transaction; inside, only `doc` and `add` take part in it. */
export interface SdkCollection {
  where(condition: Condition): SdkRows
  doc(id: string): SdkDocument
  add(content: Data): Promise<unknown>
  aggregate(): SdkPipeline
}

/** A transaction: 30 s long at most, its operations one after another. */
export interface SdkTransaction {
  collection(name: string): Pick<SdkCollection, 'doc' | 'add'>
  commit(): Promise<unknown>
  rollback(): Promise<unknown>
}
