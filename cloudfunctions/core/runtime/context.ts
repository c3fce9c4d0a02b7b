import { randomInt, randomUUID } from 'node:crypto'
import { dayOf } from '@core/kernel/calendar'
import cloud from 'wx-server-sdk'
import { Database } from '../data/database'
import { Meter } from '../data/meter'
import type { Written } from '../data/transaction'
import type { Context, Log } from '../operations/context'
import type { App } from '../operations/join-areas'
import { deliverPosted } from '../operations/outbox/deliver-outbox'
import { readEnvironment } from './environment'
import { jsonLog } from './log'
import { paymentProvider } from './payment'
import { openProgram, type ProgramSource } from './program'
import { openVault } from './vault-keys'
import { wake } from './wake'
import { wechatApi } from './wechat'

const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz'
const ID_LENGTH = 24

/** 124 random bits in letters and digits. */
const newId = (): string =>
  Array.from({ length: ID_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')

/** An invocation: its context, its meter and its caller. */
export type Invocation = {
  ctx: Context
  meter: Meter
  requestId: string
  /** The chain of callers, such as `wx_client` or `wx_trigger`. */
  source: string
}

/**
 * Ends an invocation: delivers what it has posted, and logs one line with what it cost. `operation`
 * is empty when none was found.
 */
export async function endInvocation(
  { ctx, meter }: Invocation,
  { operation, outcome }: { operation: string; outcome: string },
): Promise<void> {
  await deliverPosted(ctx)
  ctx.log.info('served', {
    operation,
    outcome,
    databaseCalls: meter.calls,
    databaseRounds: meter.rounds,
    ms: Math.round(ctx.elapsedMs()),
  })
}

/** Opens an invocation of a function, with what the app's areas add to its context. */
export function openInvocation(
  functionName: string,
  app: App,
  { freshMs }: Pick<ProgramSource, 'freshMs'> = {},
): Invocation {
  const environment = readEnvironment()
  const { OPENID, SOURCE = '' } = cloud.getWXContext()
  const requestId = process.env['TCB_SEQID'] || randomUUID()
  const meter = new Meter(environment.isMeasured)
  const now = Date.now()
  const begun = performance.now()
  const log: Log = jsonLog({ function: functionName, requestId })
  const { upcasts, growing, waking } = app
  const posted = new Set<string>()
  const noteWrite = async ({ collection, added }: Written) => {
    if (collection === 'outbox' && added !== undefined) posted.add(added)
    if (waking.has(collection)) await wake(db, now)
  }
  const db: Database = new Database(meter, { upcasts, growing, noteWrite })
  const ctx: Context = {
    db,
    now,
    today: dayOf(now),
    elapsedMs: () => performance.now() - begun,
    newId,
    openid: OPENID || null,
    ...openProgram({ db, meter, areas: app.settings, now, log, freshMs }),
    owners: environment.owners,
    vault: openVault(environment),
    payment: paymentProvider(environment.payment, Date.now),
    wechat: wechatApi(environment.messageTemplates, log),
    log,
    posted,
    deliverers: app.deliverers,
    reviewOn: app.reviewOn,
  }
  return { ctx, meter, requestId, source: SOURCE }
}
