import { randomInt, randomUUID } from 'node:crypto'
import type { PlatformSettings } from '@core/domain/platform/platform-settings'
import { dayOf } from '@core/kernel/calendar'
import cloud from 'wx-server-sdk'
import { Database } from '../data/database'
import { Meter } from '../data/meter'
import type { Written } from '../data/transaction'
import type { Context, Log } from '../operations/context'
import type { App } from '../operations/join-areas'
import { deliverPosted } from '../operations/outbox/deliver-outbox'
import type { WeChat } from '../operations/ports'
import { Admission } from './admission'
import { type Environment, readEnvironment } from './environment'
import { jsonLog } from './log'
import { paymentProvider } from './payment'
import { openPlatform } from './platform'
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
  /** Who may do what; the caller's operation is named to it. */
  admission: Admission
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
  const environment = readEnvironment(functionName)
  const { OPENID, SOURCE = '' } = cloud.getWXContext()
  const requestId = process.env['TCB_SEQID'] || randomUUID()
  const meter = new Meter(environment.isMeasured)
  const now = Date.now()
  const begun = performance.now()
  const log: Log = jsonLog({ function: functionName, requestId })
  const { upcasts, specs, waking } = app
  const posted = new Set<string>()
  const noteWrite = async ({ collection, added }: Written) => {
    if (collection === 'outbox' && added !== undefined) posted.add(added)
    if (waking.has(collection)) await wake(db, now)
  }
  const db: Database = new Database(meter, { upcasts, specs, noteWrite })
  const openid = OPENID || null
  const today = dayOf(now)
  const programme = openProgram({ db, meter, areas: app.settings, now, log, freshMs })
  // The admission's own writes count what the others wait for.
  const counts = new Database(meter, { upcasts, specs })
  const admission = new Admission({ db: counts, openid, now, today, program: programme.program })
  db.admitWritesBy(() => admission.beforeWrite())
  const given = givenSettings(environment)
  const platform = openPlatform({ db, now, given })
  const { payment } = environment
  const wechat = wechatApi(async () => (await platform.current()).templates, log)
  const ctx: Context = {
    db,
    now,
    today,
    elapsedMs: () => performance.now() - begun,
    newId,
    openid,
    identity: () => admission.read(),
    claimIdentity: (memberId) => admission.claim(memberId),
    ...programme,
    owners: environment.owners,
    vault: openVault(environment),
    payment: paymentProvider({ functionName, settings: payment, keys: platform, now: Date.now }),
    platform: { given, provider: payment?.provider ?? null, forget: platform.forget },
    wechat: checkedWeChat(wechat, admission),
    log,
    posted,
    deliverers: app.deliverers,
    reviewOn: app.reviewOn,
  }
  return { ctx, meter, admission, requestId, source: SOURCE }
}

/** WeChat counts what it checks: no text of a caller whose day is used up goes there. */
function checkedWeChat(wechat: WeChat, admission: Admission): WeChat {
  return {
    ...wechat,
    isTextAllowed: async (text, openid) => {
      admission.refuseUsedUp()
      return wechat.isTextAllowed(text, openid)
    },
    checkText: async (text, openid, scene) => {
      admission.refuseUsedUp()
      return wechat.checkText(text, openid, scene)
    },
  }
}

/** What the environment gives of the platform settings. */
const givenSettings = ({ payment, messageTemplates }: Environment): PlatformSettings => {
  const { publicKey, certificates } = payment?.provider === 'wechat-pay' ? payment : NO_KEYS
  return { templates: messageTemplates, publicKey, certificates }
}

const NO_KEYS = { publicKey: null, certificates: null }
