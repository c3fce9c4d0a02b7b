import type { InputSchema } from '@core/contract/schema'
import type { CollectionSpec } from '@core/data/collections'
import type { Conditions } from '@core/data/conditions'
import type { CollectionName } from '@core/data/documents'
import type { OutboxKind } from '@core/data/outbox/outbox'
import type { Upcasts } from '@core/data/schemas'
import type { SealedParts } from '@core/data/sealed'
import type { ReviewOn } from '@core/domain/lifecycle/status'
import type { StaffRole } from '@core/domain/staff/roles'
import type { Result } from '@core/kernel/result'
import type { AnyAreaSettings } from '@core/kernel/settings'
import type { Context } from './context'
import type { Migration } from './migrations/rewrites'
import type { Deliverer } from './outbox/deliverer'
import type { DueSource } from './timers/next-due'

/** One operation: the schema of what goes in, and what is done with it. */
export type Operation<Input, Output, Failure> = {
  input: InputSchema<Input>
  run: (ctx: Context, input: Input) => Promise<Result<Output, Failure>>
}

/** A contract's operations, every one of them and no other. */
export type Operations<Contract> = {
  [Name in keyof Contract]: Contract[Name] extends {
    input: infer Input
    output: infer Output
    error: infer Failure
  }
    ? Operation<Input, Output, Failure>
    : never
}

/** A staff contract's operations, each with the roles that may call it besides the owner. */
export type StaffOperations<Contract> = {
  [Name in keyof Contract]: Operations<Contract>[Name] & { roles: readonly StaffRole[] }
}

/** An operation when the types of its name no longer matter: `input` has checked the value. */
export type AnyOperation = {
  input: InputSchema<unknown>
  run: (ctx: Context, input: unknown) => Promise<Result<unknown, { code: string }>>
}

/** A staff operation when the types of its name no longer matter. */
export type AnyStaffOperation = AnyOperation & { roles: readonly StaffRole[] }

/** What is counted, by a condition that has an index. */
type Counted = { collection: CollectionName; where: (ctx: Context) => Conditions }

/** What no single query counts, such as parts of documents. */
type Tallied = { count: (ctx: Context) => Promise<number> }

/** A count on the staff's home: what waits. */
export type WaitingCounter = Counted & {
  /** Which of it should be done today; without it, nothing of it is urgent. */
  due?: 'all' | ((ctx: Context) => Conditions)
  /** Shown to whoever may call this operation: the list that the count leads to. */
  operation: string
  /** What else the list shows; the counts are summed. */
  also?: readonly (Counted | Tallied)[]
}

/** The deliverers of an area's outbox messages, by kind. */
export type Deliverers = { readonly [K in OutboxKind]?: Deliverer<K> }

/** A part of a sweep. It reports what it did as counts, which are summed by name for the log. */
export type SweepJob = (ctx: Context) => Promise<Readonly<Record<string, number>>>

/**
 * Everything an area adds to the shop: the rows of the shop's and the staff's tables, collections,
 * outbox messages, timed work and the counts on the staff's home. `operations/app.ts` joins them;
 * an area without a part leaves it out.
 */
export type Area = {
  name: string
  shop?: Readonly<Record<string, AnyOperation>>
  admin?: Readonly<Record<string, AnyStaffOperation>>
  collections?: readonly CollectionSpec[]
  /** Lifts the documents that earlier releases wrote, by collection. */
  upcasts?: Upcasts
  /** Other walks over stored documents, of what depends on more than the document itself. */
  migrations?: (ctx: Context) => Promise<Migration[]>
  /** The fields that are encrypted or hashed with the shop's keys, by collection. */
  sealed?: SealedParts
  outbox?: Deliverers
  /** What `sweep-orders` does for this area every few minutes, by duty; must be idempotent. */
  sweep?: Readonly<Record<string, SweepJob>>
  /** The documents whose moments `sweep` waits for; until the first comes, the timer rests. */
  due?: readonly DueSource[]
  /** The first day on which time alone changes something about a member, for this area. */
  reviewOn?: ReviewOn
  /** The numbers a merchant may set, with bounds. */
  settings?: AnyAreaSettings
  /** Counts on the staff's home, by the name that the page knows them by. */
  waiting?: Readonly<Record<string, WaitingCounter>>
}

/** Checks an area's rows against its contract and forgets their single types. */
export const shopOperations = <Contract>(
  rows: Operations<Contract>,
): Readonly<Record<string, AnyOperation>> => rows as unknown as Record<string, AnyOperation>

/** Checks an area's staff rows against its contract and forgets their single types. */
export const staffOperations = <Contract>(
  rows: StaffOperations<Contract>,
): Readonly<Record<string, AnyStaffOperation>> =>
  rows as unknown as Record<string, AnyStaffOperation>
