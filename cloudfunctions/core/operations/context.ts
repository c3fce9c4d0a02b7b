import type { Day, Instant } from '@core/kernel/calendar'
import type { Database } from '../data/database'
import type { Vault } from '../data/vault'
import type { Program } from '../domain/program'
import type { PaymentProvider, WeChat } from './ports'

/** Everything an operation may touch: the world of one invocation. */
export type Context = {
  db: Database
  /** The moment of the invocation; it does not move while the operation runs. */
  now: Instant
  today: Day
  /** A new unguessable id of letters and digits. */
  newId(): string
  /** The WeChat identity of the caller, from the cloud's context alone; `null` for timers. */
  openid: string | null
  program: Program
  /** The openids that the environment names as owners. */
  owners: readonly string[]
  vault: Vault
  payment: PaymentProvider
  wechat: WeChat
  log: Log
}

/** A line for the operator; no personal data goes in. */
export interface Log {
  info(event: string, fields?: Record<string, unknown>): void
  error(event: string, fields?: Record<string, unknown>): void
}
