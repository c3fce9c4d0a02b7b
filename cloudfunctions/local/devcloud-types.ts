import type { QueryReport } from '@local/database/reader'
import type { LiveReload } from '@local/http/live-reload'
import type { Persona } from '@local/http/personas'
import type { ChatMessage } from '@local/wechat/chat-push'
import type { ChatAnswer } from '@local/wechat/customer-chat'
import type { PayAnswer } from '@local/wechat/pay/answers'
import type { BillFaults } from '@local/wechat/pay/bill'
import type { PaymentCommand, PaymentResult } from '@local/wechat/pay/cashier'
import type { RefundCommand, RefundResult } from '@local/wechat/pay/refund-processor'
import type { ShippingRecord } from '@local/wechat/shipping-info'
import type { SentMessage } from '@local/wechat/subscription-messages'
import type { ClockOptions } from './clock'
import type { ShopCopy } from './devcloud-state'
import type { DevcloudFaults } from './faults'
import type { Metrics } from './metrics'
import type { Caller, CollectionSpec } from './ports'
import type { FiredTimer, Jump } from './timers'

/** How to start a local cloud; everything has a default fit for a test. */
export type DevcloudOptions = {
  /** A folder, or `:memory:` (the default) for a local cloud that keeps nothing. */
  dataDir?: string
  /** 0, the default, lets the system choose. */
  port?: number
  /** The collections of the database; the shop's by default. */
  collections?: readonly CollectionSpec[]
  /** Real time by default; `{ frozen: true, start }` stays there until moved. */
  clock?: ClockOptions
  /** Whether timers fire by themselves as time passes; by default unless the clock is frozen. */
  isTicking?: boolean
  personas?: readonly Persona[]
  /** Workers kept warm. */
  poolSize?: number
  /** Where the built functions and the built runner are; the project's `dist` by default. */
  functionsDir?: string
  runnerFile?: string
  /** Where the built pages and pictures are. */
  h5Dir?: string
  picturesDir?: string
  /** Makes open pages reload after a build. */
  liveReload?: LiveReload
  /** Environment variables of the functions; they override the local cloud's. */
  environment?: Record<string, string>
  /**
   * Whether the platform settings are stored as an owner would have saved them; by default if the
   * database has a place for them. `false`: a shop that still has them in its environment.
   */
  storesPlatform?: boolean
  /** Receives the lines that functions print. */
  log?: (line: string) => void
  /** Receives the store's warnings (a scan without an index). */
  warn?: (line: string) => void
  /** Receives a report of each query. */
  onQuery?: (report: QueryReport) => void
  /** Fills a fresh shop again after a reset. */
  afterReset?: (devcloud: Devcloud) => Promise<void>
}

/** How far to move the clock. */
export type ClockStep = { days?: number; hours?: number; minutes?: number }

/** The cloud in a local cloud, running. */
export interface Devcloud {
  readonly url: string
  readonly port: number
  /** Calls a function as a WeChat user. Rejects with a `CloudError`. */
  invoke(name: string, event: unknown, openid: string): Promise<unknown>
  /** Calls a function as anyone: HTTP access, another function. */
  invokeAs(name: string, event: unknown, caller: Partial<Caller>): Promise<unknown>
  /** Fires a function's timer now, whatever its expression says. */
  fireTimer(functionName: string): Promise<FiredTimer>
  readonly clock: {
    now(): number
    /** Moves forward to an instant (epoch ms or ISO), firing the timers on the way. */
    set(instant: number | string, how?: Jump): Promise<FiredTimer[]>
    advance(step: ClockStep): Promise<FiredTimer[]>
  }
  /** The customer pays in WeChat, or closes the cashier. */
  pay(order: PaymentCommand): Promise<PaymentResult>
  /** Sets the outcome of future refunds, or finishes a pending one. */
  refunds(order: RefundCommand): Promise<RefundResult>
  /** Sets the errors of WeChat Pay's daily statements from now on. */
  bills(plan: BillFaults): void
  /** What WeChat Pay answers from now on instead of what its books say; none: its books. */
  payAnswers(...answers: PayAnswer[]): void
  /** The subscription messages that were sent. */
  messages(): SentMessage[]
  /** A member allows one more message of each template. */
  subscribe(consent: { openid: string; templateIds: readonly string[] }): void
  /** The customer service chat: a customer writes, and what the shop has answered. */
  readonly chat: { write(message: ChatMessage): Promise<unknown>; answers(): ChatAnswer[] }
  /** The shipping infos that were uploaded to WeChat. */
  shippingInfos(): ShippingRecord[]
  readonly metrics: Pick<Metrics, 'report' | 'lines' | 'clear'>
  readonly faults: Pick<DevcloudFaults, 'add' | 'list' | 'clear'>
  /** Documents per collection. */
  counts(): Record<string, number>
  /** What the shop, WeChat's side and the clock are now, in memory. */
  copy(): ShopCopy
  /**
   * Back to a copy, the clock as well. Warm functions keep what they have cached: call
   * `reloadFunctions` too when that may differ.
   */
  restore(copy: ShopCopy): Promise<void>
  /** Calls from now on run the bundles that were built meanwhile. */
  reloadFunctions(): void
  /** A fresh shop: no data, no messages, no payments, the clock at its start. */
  reset(): Promise<void>
  close(): Promise<void>
}
