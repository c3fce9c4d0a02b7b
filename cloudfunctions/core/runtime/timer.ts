import { describeError } from '../data/failures'
import type { Context } from '../operations/context'
import type { App } from '../operations/join-areas'
import { openInvocation } from './context'
import { TIMER_FRESH_MS } from './program'

/** The result of a timer run: what was done, or why it failed. */
export type TimerAnswer = { ok: boolean; done?: unknown; reason?: string }

/**
 * Makes a cloud function that only WeChat's timer may call. Anyone can send an event that looks
 * like a timer's, so the call's source is checked (WeChat docs, functions/triggers).
 */
export function onTimer(
  functionName: string,
  app: App,
  work: (ctx: Context) => Promise<unknown>,
): () => Promise<TimerAnswer> {
  return async () => {
    const started = Date.now()
    const { ctx, meter, source } = openInvocation(functionName, app, { freshMs: TIMER_FRESH_MS })
    if (!source.split(',').includes('wx_trigger') || ctx.openid !== null) {
      return { ok: false, reason: 'FORBIDDEN' }
    }
    const answer = await attempt(ctx, work)
    ctx.log.info('served', {
      operation: 'timer',
      outcome: answer.ok ? 'ok' : 'INTERNAL',
      databaseCalls: meter.calls,
      databaseRounds: meter.rounds,
      ms: Date.now() - started,
    })
    return answer
  }
}

async function attempt(ctx: Context, work: (ctx: Context) => Promise<unknown>) {
  try {
    return { ok: true, done: await work(ctx) }
  } catch (error) {
    ctx.log.error('timer-threw', { reason: describeError(error) })
    return { ok: false, reason: 'INTERNAL' }
  }
}
