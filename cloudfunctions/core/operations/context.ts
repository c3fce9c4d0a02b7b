import type { ReviewOn } from '@core/domain/lifecycle/status'
import type { PlatformSettings } from '@core/domain/platform/platform-settings'
import type { Day, Instant } from '@core/kernel/calendar'
import type { Program } from '@core/kernel/settings'
import type { Database } from '../data/database'
import type { IdentityDocument } from '../data/members/documents'
import type { OutboxDocument } from '../data/outbox/outbox'
import type { Vault } from '../data/vault'
import type { DeliveryResult } from './outbox/delivery'
import type { PaymentProvider, WeChat } from './ports'

/** Delivers one message of the outbox; each kind has its own. */
export type DeliverMessage = (ctx: Context, message: OutboxDocument) => Promise<DeliveryResult>

/** The platform settings that this invocation works with. */
export type Platform = {
  /** What the environment gives of them: in force until an owner has saved some. */
  given: PlatformSettings
  /** The provider of payments; `null` in a function that does not pay. */
  provider: 'wechat-pay' | 'cloud-pay' | null
  /** Makes this worker read them anew when it needs them next: they were changed. */
  forget(): void
}

/** Everything an operation may use during one invocation. */
export type Context = {
  db: Database
  /** The moment of the invocation; it does not move while the operation runs. */
  now: Instant
  today: Day
  /** Real milliseconds since the invocation began; for timers that must end in time. */
  elapsedMs(): number
  /** A new unguessable id of letters and digits. */
  newId(): string
  /** The WeChat identity of the caller, from the cloud's context alone; `null` for timers. */
  openid: string | null
  /**
   * The caller as a WeChat user, read once per invocation; `null` before their first action. Read
   * it beside the first reads: what the call adds is counted behind it, and writes wait for that.
   */
  identity(): Promise<IdentityDocument | null>
  /** Makes the caller a customer; returns the identity of a concurrent first action if there is. */
  claimIdentity(memberId: string): Promise<IdentityDocument>
  /** The programme in force, the same until the invocation ends. Read the database first. */
  program: Program
  /** Waits for the programme; for what needs it before its first read of the database. */
  ready(): Promise<void>
  /** The openids that the environment names as owners. */
  owners: readonly string[]
  vault: Vault
  /** Throws in a function that does not pay (`kernel/deployment.ts`). */
  payment: PaymentProvider
  platform: Platform
  wechat: WeChat
  log: Log
  /** The ids of the messages posted so far, which are delivered before the invocation ends. */
  posted: Set<string>
  /** The deliverers of all areas, by the kind of message. */
  deliverers: Readonly<Record<string, DeliverMessage>>
  /** When each area next wants to review a member. */
  reviewOn: readonly ReviewOn[]
}

/** A line for the operator; no personal data goes in. */
export interface Log {
  info(event: string, fields?: Record<string, unknown>): void
  error(event: string, fields?: Record<string, unknown>): void
}
