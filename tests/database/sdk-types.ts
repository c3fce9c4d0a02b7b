/** The part of the SDK's database that these tests speak to, without the `any` of its own types. */

export type Fields = Record<string, unknown>

export interface Operator {
  [name: string]: (...operands: unknown[]) => Operator
}

export interface Command extends Omit<Operator, 'aggregate' | 'project'> {
  [name: string]: ((...operands: unknown[]) => Operator) & Operator
}

export interface Doc {
  get(): Promise<{ data: Fields | null }>
  set(change: { data: Fields }): Promise<{ _id: string; stats: { updated: number; created: number } }>
  update(change: { data: Fields }): Promise<{ stats: { updated: number } }>
  remove(): Promise<{ stats: { removed: number } }>
  field(projection: Fields): Doc
}

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

export interface Collection extends Query {
  doc(id: string | number): Doc
  add(insert: { data: Fields }): Promise<{ _id: string }>
  add(insert: { data: Fields[] }): Promise<{ _ids: string[] }>
  aggregate(): Aggregate
}

export interface Aggregate {
  [stage: string]: (argument?: unknown) => Aggregate
}

export interface Transaction {
  collection(name: string): Collection
  commit(): Promise<unknown>
  rollback(reason?: unknown): Promise<unknown>
}

export interface Database {
  command: Command
  collection(name: string): Collection
  createCollection(name: string): Promise<unknown>
  serverDate(options?: { offset: number }): unknown
  RegExp(pattern: { regexp: string; options?: string }): unknown
  startTransaction(): Promise<Transaction>
  runTransaction<T>(work: (transaction: Transaction) => Promise<T>, times?: number): Promise<T>
}

/** Ends an aggregation; the SDK's builder has no type that says so. */
export async function listOf(aggregate: Aggregate): Promise<Fields[]> {
  const { list } = (await (aggregate.end as () => unknown)()) as { list: Fields[] }
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
