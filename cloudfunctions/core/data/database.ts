import { pause } from '@core/kernel/concurrency'
import cloud from 'wx-server-sdk'
import { type Conditions, checked } from './conditions'
import type { CollectionName, DocumentOf } from './documents'
import { isAlreadyCreated, isConflict, isDuplicate, isLostRace } from './failures'
import type { Meter } from './meter'
import type { Admission, DatabaseOptions, NoteWrite, Rows, Stage } from './options'
import { type StoredDocument, stamped, type Upcasts, upcast } from './schemas'
import type { Sdk, SdkPipeline } from './sdk'
import {
  checkRead,
  checkSize,
  partsThatHold,
  READ_BYTES_MAX,
  type Reading,
  rowsThatHold,
  type Specs,
} from './sizes'
import { OpenTransaction, type Transaction, type Written } from './transaction'

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV } as object)

/** The SDK's query and update commands. */
export const command = cloud.database().command

/**
 * The condition on the moment of a lock or the end of a lease that nobody holds any more: it lies
 * before `from`, or after `to`, where only a clock that was wrong can have put it.
 */
export const outside = (from: number, to: number): unknown => command.lt(from).or(command.gt(to))

/** Times a transaction is run again after a conflict; waits add up to about four seconds. */
const TRANSACTION_TRIES = 8
const BACKOFF_MS = 15

/** What to read: every query names its limit, which the SDK would otherwise choose. */
export type Query = {
  where: Conditions
  orderBy?: readonly (readonly [path: string, direction: 'asc' | 'desc'])[]
  limit: number
} & Reading

/**
 * The SDK's database with its traps closed: a missing document is `null` and not an error, no
 * query has an `undefined` or lacks a limit, a duplicate is distinguished from a failure,
 * and a transaction is run again when another one was in its way. Whole documents are written with
 * their schema version and lifted to the present one when they are read. A read that could pass
 * `READ_BYTES_MAX` at the largest documents is a bug and throws, whatever is stored today.
 */
export class Database {
  private readonly sdk: Sdk
  readonly upcasts: Upcasts
  readonly specs: Specs
  private readonly noteWrite: NoteWrite
  private admission: Admission = () => null

  constructor(
    readonly meter: Meter,
    { upcasts = {}, specs = {}, noteWrite = async () => undefined }: DatabaseOptions = {},
  ) {
    this.upcasts = upcasts
    this.specs = specs
    this.noteWrite = noteWrite
    this.sdk = cloud.database({ throwOnNotFound: false } as object) as unknown as Sdk
  }

  /** From now on every write waits for the admission, so that a refused call writes nothing. */
  admitWritesBy(admission: Admission): void {
    this.admission = admission
  }

  /** The document, or `null` when there is none. A failed read rejects. */
  async get<C extends CollectionName>(collection: C, id: string): Promise<DocumentOf<C> | null> {
    if (this.specs[collection]?.growing) {
      const [found] = await this.find(collection, { where: { _id: id }, limit: 1 })
      return found ?? null
    }
    const { data } = await this.meter.measure(() => this.sdk.collection(collection).doc(id).get({}))
    return data ? this.lifted(collection, data as StoredDocument) : null
  }

  /**
   * The documents of these ids, in no order; the missing are left out. More than one read holds are
   * read in parts, side by side.
   */
  async getMany<C extends CollectionName>(
    collection: C,
    ids: readonly string[],
    reading: Reading = {},
  ): Promise<DocumentOf<C>[]> {
    const spec = this.specs[collection]
    const parts = spec ? partsThatHold(spec.size, ids, reading) : ids.length > 0 ? [[...ids]] : []
    const read = await Promise.all(
      parts.map((part) =>
        this.read(collection, {
          where: { _id: command.in(part) },
          limit: part.length,
          ...reading,
        }),
      ),
    )
    return read.flat()
  }

  /** How many documents one read holds at their largest, at most `most`. */
  rowsThatHold(collection: CollectionName, reading: Reading, most: number): number {
    const spec = this.specs[collection]
    return spec ? Math.min(most, rowsThatHold(spec.size, reading)) : most
  }

  /**
   * The documents that match, up to the limit (the service gives at most 1,000). With `fields` they
   * come as they are stored: a projection holds too little to be lifted to another version.
   * Without, they come as a whole, except for growing fields and those left out (`without`).
   */
  async find<C extends CollectionName>(collection: C, query: Query): Promise<DocumentOf<C>[]> {
    checkRead(this.specs[collection], query)
    return this.read(collection, query)
  }

  /**
   * The documents that match as they are stored, of whatever schema version and with all fields
   * unless some are named. For migrations.
   */
  async findStored(collection: CollectionName, query: Query): Promise<StoredDocument[]> {
    checkRead(this.specs[collection], query)
    return this.rows(collection, query, [])
  }

  private async read<C extends CollectionName>(
    collection: C,
    query: Query,
  ): Promise<DocumentOf<C>[]> {
    const { growing = [] } = this.specs[collection] ?? {}
    const rows = await this.rows(collection, query, [...growing, ...(query.without ?? [])])
    if (query.fields) return rows as unknown as DocumentOf<C>[]
    return rows.map((row) => this.lifted(collection, row))
  }

  private async rows(
    collection: CollectionName,
    query: Query,
    without: readonly string[],
  ): Promise<StoredDocument[]> {
    let rows = this.sdk.collection(collection).where(checked(query.where))
    for (const [path, direction] of query.orderBy ?? []) rows = rows.orderBy(path, direction)
    const fields = query.fields ?? without
    const isNamed = query.fields !== undefined
    if (fields.length > 0) rows = rows.field(Object.fromEntries(fields.map((f) => [f, isNamed])))
    const { data } = await this.meter.measure(() => rows.limit(query.limit).get({}))
    return data as StoredDocument[]
  }

  /** How many documents match. */
  async count(collection: CollectionName, where: Conditions): Promise<number> {
    const rows = this.sdk.collection(collection).where(checked(where))
    return (await this.meter.measure(() => rows.count())).total
  }

  /** Adds a document; `false` when its id, or a unique value, is already there. */
  async addOnce<C extends CollectionName>(
    collection: C,
    document: DocumentOf<C>,
  ): Promise<boolean> {
    return this.addAll(collection, [document])
  }

  /** Adds documents in one call; `false` (and perhaps some of them added) when one was there. */
  async addAll<C extends CollectionName>(
    collection: C,
    documents: readonly DocumentOf<C>[],
  ): Promise<boolean> {
    if (documents.length === 0) return true
    const written = documents.map((document) => this.written(collection, document))
    const data = written.length === 1 ? written[0] : written
    try {
      await this.write({ collection, added: written[0]?._id }, () =>
        this.sdk.collection(collection).add({ data }),
      )
      return true
    } catch (error) {
      if (isDuplicate(error)) return false
      throw error
    }
  }

  /** Changes every document that matches, each atomically; answers how many changed. */
  async update(
    collection: CollectionName,
    where: Conditions,
    changes: Record<string, unknown>,
  ): Promise<number> {
    const rows = this.sdk.collection(collection).where(checked(where))
    const written = await this.write({ collection }, () => rows.update({ data: changes }))
    return written.stats.updated
  }

  /** Replaces a document as a whole, or creates it. */
  async put<C extends CollectionName>(collection: C, document: DocumentOf<C>): Promise<void> {
    const { _id, ...data } = this.written(collection, document)
    await this.write({ collection }, () => this.sdk.collection(collection).doc(_id).set({ data }))
  }

  /** Removes a document if it is there. */
  async remove(collection: CollectionName, id: string): Promise<void> {
    await this.write({ collection }, () =>
      this.sdk.collection(collection).where({ _id: id }).remove(),
    )
  }

  /** Removes every document that matches. */
  async removeAll(collection: CollectionName, where: Conditions): Promise<void> {
    const rows = this.sdk.collection(collection).where(checked(where))
    await this.write({ collection }, () => rows.remove())
  }

  /** Creates a collection; `false` when it was there. */
  async createCollection(name: CollectionName): Promise<boolean> {
    try {
      await this.write({ collection: name }, () => this.sdk.createCollection(name))
      return true
    } catch (error) {
      if (isAlreadyCreated(error)) return false
      throw error
    }
  }

  /** Runs aggregate stages; the service returns 20 rows unless a limit is set. */
  async aggregate<T>(
    collection: CollectionName,
    stages: readonly Stage[],
    { limit, rowBytes: bytes }: Rows,
  ): Promise<T[]> {
    if (limit * bytes > READ_BYTES_MAX) {
      throw new Error(`${limit} rows of ${bytes} bytes of ${collection} do not fit into a read`)
    }
    const start: SdkPipeline = this.sdk.collection(collection).aggregate()
    const pipeline = stages.reduce(
      (chain, stage) => (stage[0] === 'limit' ? chain.limit(stage[1]) : chain[stage[0]](stage[1])),
      start,
    )
    return (await this.meter.measure(() => pipeline.limit(limit).end())).list as T[]
  }

  /**
   * Runs `work` in a transaction and runs it again after a conflict or `RunAgain`, so it must not
   * act on anything but its transaction, or only in ways that a second run repeats. A throw rolls
   * back.
   */
  async transact<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.attempt(work)
      } catch (error) {
        if (!isLostRace(error) || attempt >= TRANSACTION_TRIES) throw error
        await pause(BACKOFF_MS * 2 ** attempt * (0.5 + Math.random() / 2))
      }
    }
  }

  /** Makes a call that writes, once it is admitted, and notes it beside. */
  private async write<T>(written: Written, call: () => Promise<T>): Promise<T> {
    const admitted = this.admission()
    if (admitted) await admitted
    const [answer] = await Promise.all([this.meter.measure(call), this.noteWrite(written)])
    return answer
  }

  private written<T extends { _id: string }>(collection: CollectionName, document: T) {
    checkSize(this.specs[collection], document)
    return stamped(this.upcasts, collection, document)
  }

  private lifted<C extends CollectionName>(collection: C, stored: StoredDocument): DocumentOf<C> {
    return upcast(this.upcasts, collection, stored) as unknown as DocumentOf<C>
  }

  private async attempt<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    // The work begins beside the start: what it reads outside the transaction costs no round more.
    const starting = this.meter.measure(() => this.sdk.startTransaction())
    starting.catch(() => undefined)
    try {
      const value = await work(
        new OpenTransaction(starting, this, {
          read: (call) => this.meter.measure(call),
          write: (written, call) => this.write(written, call),
        }),
      )
      const started = await starting
      await this.meter.measure(() => started.commit())
      return value
    } catch (error) {
      // After a conflict the service has rolled back already, and a second time is an error.
      if (!isConflict(error)) await starting.then((one) => one.rollback()).catch(() => undefined)
      throw error
    }
  }
}
