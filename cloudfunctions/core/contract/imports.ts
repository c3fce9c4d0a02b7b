import type { Recency, Stage } from '@core/domain/members/sections'
import type { Instant } from '@core/kernel/calendar'
import { IMPORTED_LINES_MAX } from '@core/kernel/limits'
import type { Fen } from '@core/kernel/money'
import * as v from 'valibot'
import { day, fen, instant, looseLine, name } from './primitives'

/** Customers in one call of `imports.apply`; with their orders they must fit in 100 KB. */
export const IMPORT_CUSTOMERS_MAX = 200
/** Orders in one call. */
export const IMPORT_ORDERS_MAX = 400
/** Cancellations in one call. */
export const IMPORT_REFUNDS_MAX = 400
/** Stored lines of an order; the amounts include all lines. */
export const IMPORT_LINES_MAX = IMPORTED_LINES_MAX

/** Orders, or cancellations, removed in one call. */
export const IMPORT_REMOVED_MAX = 100

/** Customers counted in one call: their numbers fit in 100 KB. */
export const IMPORT_COUNTED_MAX = 1_000

const sourceName = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,20}$/))
const key = v.pipe(v.string(), v.nonEmpty(), v.maxLength(40))

const whole = v.pipe(v.number(), v.safeInteger())

/**
 * A line as a tuple, since a year of orders has half a million: code, title, unit, pieces, sum.
 * A discount's sum is negative.
 */
export const importedLine = v.strictTuple([looseLine(40), looseLine(120), whole, whole, whole])

/** A sale of another system. `refundedFen` is the amount that later cancellations refunded. */
export const importedOrder = v.strictObject({
  number: key,
  paidAt: instant,
  paidFen: fen,
  refundedFen: fen,
  lines: v.pipe(v.array(importedLine), v.maxLength(IMPORT_LINES_MAX)),
})
export type ImportedOrder = v.InferOutput<typeof importedOrder>

/** A cancellation of another system; `unmatchedFen` is the part no imported sale accounts for. */
export const importedRefund = v.strictObject({
  number: key,
  at: instant,
  fen,
  unmatchedFen: fen,
})
export type ImportedRefund = v.InferOutput<typeof importedRefund>

/** A customer of another system, with some or all of their orders. */
export const importedCustomer = v.strictObject({
  externalId: key,
  name: looseLine(32),
  firstContactAt: instant,
  orders: v.array(importedOrder),
  refunds: v.array(importedRefund),
})
export type ImportedCustomer = v.InferOutput<typeof importedCustomer>

/** What an import is called, by default as its file; what it brought is found by it. */
const importName = name(60)

/** A batch of customers of another system, with their orders and cancellations. */
export const applyImportInput = v.strictObject({
  /** Identifies the other system; its numbers are unique within it. */
  source: sourceName,
  /** The import that brings them; what the shop has already stays with the one that brought it. */
  name: v.optional(importName),
  customers: v.pipe(
    v.array(importedCustomer),
    v.minLength(1),
    v.maxLength(IMPORT_CUSTOMERS_MAX),
    v.check(
      (all) => all.reduce((sum, one) => sum + one.orders.length, 0) <= IMPORT_ORDERS_MAX,
      'too many orders in one call',
    ),
    v.check(
      (all) => all.reduce((sum, one) => sum + one.refunds.length, 0) <= IMPORT_REFUNDS_MAX,
      'too many cancellations in one call',
    ),
  ),
})
export type ApplyImportInput = v.InferOutput<typeof applyImportInput>

/** What a call added or updated; a repeated call adds nothing. */
export type ImportCounts = {
  customersAdded: number
  ordersAdded: number
  /** Orders whose refunded amount has risen. */
  ordersUpdated: number
  refundsAdded: number
}

/** Computes the status of imported customers as of a day, one page per call. */
export const reviewImportInput = v.strictObject({
  source: sourceName,
  asOf: day,
  after: v.optional(v.pipe(v.string(), v.maxLength(64))),
})
export type ReviewImportInput = v.InferOutput<typeof reviewImportInput>

/**
 * How far the review came and how many customers it changed: `next` goes into the next call's
 * `after`; `null` when it is done.
 */
export type ImportReview = { reviewed: number; changed: number; next: string | null }

/** The source whose stored documents are counted. */
const source = v.strictObject({ source: sourceName })
export type ImportSource = v.InferOutput<typeof source>
export const learnImportInput = source

/** Which customers of a source to count: those of a file, or all of them. */
export const importSummaryInput = v.strictObject({
  ...source.entries,
  externalIds: v.optional(v.pipe(v.array(key), v.maxLength(IMPORT_COUNTED_MAX))),
})
export type ImportSummaryInput = v.InferOutput<typeof importSummaryInput>

/** The stored documents of a source, counted. */
export type ImportSummary = {
  customers: number
  orders: number
  refunds: number
  /** What these customers paid and were refunded, by their facts. */
  paidFen: Fen
  refundedFen: Fen
  stages: Record<Stage, number>
  recencies: Record<Recency, number>
}

/** The learned interval: `null` while no customer has ordered on two days. */
export type LearnedInterval = { shopGapDays: number | null; members: number }

/** Which documents of an import to list: those after the id `after`. */
export const storedImportInput = v.strictObject({
  ...source.entries,
  kind: v.picklist(['orders', 'refunds']),
  after: v.optional(v.pipe(v.string(), v.maxLength(64))),
})
export type StoredImportInput = v.InferOutput<typeof storedImportInput>

/**
 * An order, or a cancellation, as the shop keeps it. `fen` is what was paid, or what was given
 * back; `backFen` what of it was refunded, or accounted for by no sale. `name` is `null` and
 * `digest` empty for what was imported before imports had names.
 */
export type StoredImport = {
  id: string
  number: string
  name: string | null
  at: Instant
  fen: Fen
  backFen: Fen
  /** Of the lines, as `linesDigest` computes it; empty for a cancellation. */
  digest: string
}

/** A page of them by id; `next` goes into the next call's `after`. */
export type StoredImportPage = { items: StoredImport[]; next: string | null }

const documentIds = v.pipe(
  v.array(v.pipe(v.string(), v.regex(/^imp[0-9a-f]{24}$/))),
  v.maxLength(IMPORT_REMOVED_MAX),
)

/** Documents to take back, which must be of this source and this import. */
export const removeImportInput = v.strictObject({
  ...source.entries,
  name: importName,
  orders: documentIds,
  refunds: documentIds,
})
export type RemoveImportInput = v.InferOutput<typeof removeImportInput>

/** What was removed, and which orders stay because the shop has handled an after-sale of them. */
export type RemovedImport = { orders: number; refunds: number; held: string[] }

/** What a replacement changed, and which orders stay as they are, as above. */
export type ReplacedImport = ImportCounts & {
  ordersReplaced: number
  refundsReplaced: number
  held: string[]
}

/** Removes customers of a source of whom nothing is left, one page per call. */
export const pruneImportInput = v.strictObject({
  ...source.entries,
  after: v.optional(v.pipe(v.string(), v.maxLength(64))),
})
export type PruneImportInput = v.InferOutput<typeof pruneImportInput>
/** How many were removed; `next` goes into the next call's `after`. */
export type PrunedImport = { removed: number; next: string | null }

/** Operations of the owner that import the order history of another system. */
export type ImportsAdminContract = {
  'imports.apply': { input: ApplyImportInput; output: ImportCounts; error: never }
  /** Learns the purchase interval of the source's customers; call it before the review. */
  'imports.learn': {
    input: ImportSource
    output: LearnedInterval
    error: never
  }
  'imports.review': { input: ReviewImportInput; output: ImportReview; error: never }
  /** Removes customers without orders whom nobody but the import knew. */
  'imports.prune': { input: PruneImportInput; output: PrunedImport; error: never }
  'imports.remove': { input: RemoveImportInput; output: RemovedImport; error: never }
  /** Adds what is missing, and makes what differs as the input has it. */
  'imports.replace': { input: ApplyImportInput; output: ReplacedImport; error: never }
  'imports.stored': { input: StoredImportInput; output: StoredImportPage; error: never }
  'imports.summary': { input: ImportSummaryInput; output: ImportSummary; error: never }
}

declare module '@core/contract' {
  interface AdminOperations extends ImportsAdminContract {}
}
