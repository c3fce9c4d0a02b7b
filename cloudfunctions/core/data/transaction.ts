import type { CollectionName, DocumentOf } from './documents'
import { isDuplicate, RunAgain } from './failures'
import { type StoredDocument, stamped, type Upcasts, upcast } from './schemas'
import type { SdkTransaction } from './sdk'
import { checkSize, type Specs } from './sizes'

/**
 * Reads and writes that belong together. Operations run one after another, never in parallel, and
 * only by id: the SDK sends a `where` outside the transaction (@cloudbase/database 1.4.3).
 */
export interface Transaction {
  /** The document as of the transaction's snapshot, with its own writes; `null` when missing. */
  get<C extends CollectionName>(collection: C, id: string): Promise<DocumentOf<C> | null>
  /** Adds a document; rejects with a duplicate when its id is there. */
  add<C extends CollectionName>(collection: C, document: DocumentOf<C>): Promise<void>
  /** Replaces the document as a whole, or creates it. */
  put<C extends CollectionName>(collection: C, document: DocumentOf<C>): Promise<void>
  /** Removes a document. */
  remove(collection: CollectionName, id: string): Promise<void>
}

/** Where a write goes, and which document it adds if it adds one. */
export type Written = { collection: CollectionName; added?: string }

/** How calls are made: each counted, and a write noted, and only made when it is admitted. */
export type Calls = {
  read<T>(call: () => Promise<T>): Promise<T>
  write<T>(written: Written, call: () => Promise<T>): Promise<T>
}

/** A transaction of the SDK. */
export class OpenTransaction implements Transaction {
  /** Documents that this transaction has read as missing. */
  private readonly missing = new Set<string>()

  constructor(
    private readonly starting: Promise<SdkTransaction>,
    private readonly shapes: { upcasts: Upcasts; specs: Specs },
    private readonly calls: Calls,
  ) {}

  async get<C extends CollectionName>(collection: C, id: string): Promise<DocumentOf<C> | null> {
    const sdk = await this.starting
    const { data } = await this.calls.read(() => sdk.collection(collection).doc(id).get({}))
    if (!data) {
      this.missing.add(`${collection} ${id}`)
      return null
    }
    const { upcasts } = this.shapes
    return upcast(upcasts, collection, data as StoredDocument) as unknown as DocumentOf<C>
  }

  async add<C extends CollectionName>(collection: C, document: DocumentOf<C>): Promise<void> {
    const sdk = await this.starting
    const data = this.written(collection, document)
    try {
      await this.calls.write({ collection, added: document._id }, () =>
        sdk.collection(collection).add({ data }),
      )
    } catch (error) {
      // Read as missing and there now: another transaction was quicker, as in a conflict.
      const wasMissing = this.missing.has(`${collection} ${document._id}`)
      throw wasMissing && isDuplicate(error) ? new RunAgain() : error
    }
  }

  async put<C extends CollectionName>(collection: C, document: DocumentOf<C>): Promise<void> {
    const sdk = await this.starting
    const { _id, ...data } = this.written(collection, document)
    await this.calls.write({ collection }, () => sdk.collection(collection).doc(_id).set({ data }))
  }

  private written<C extends CollectionName>(collection: C, document: DocumentOf<C>) {
    checkSize(this.shapes.specs[collection], document)
    return stamped(this.shapes.upcasts, collection, document)
  }

  async remove(collection: CollectionName, id: string): Promise<void> {
    const sdk = await this.starting
    await this.calls.write({ collection }, () => sdk.collection(collection).doc(id).remove({}))
  }
}
