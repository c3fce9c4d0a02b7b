import { describeError } from '../data/failures'
import type { Context } from '../operations/context'
import type { App } from '../operations/join-areas'
import type { TimerWork } from '../operations/timers/when-due'
import { endInvocation, openInvocation } from './context'
import { TIMER_FRESH_MS } from './program'

/** The result of a timer run: what was done (`null` while it rests), or why it failed. */
export type TimerAnswer = { ok: boolean; done?: unknown; reason?: string }

/** WeChat's event; `Message` is the trigger's free text, `now` when somebody asks for a run. */
type TimerEvent = { Message?: unknown }

/**
 * Makes a cloud function that only WeChat's timer may call. Anyone can send an event that looks
 * like a timer's, so the call's source is checked (WeChat docs, functions/triggers).
 */
export function onTimer(
  functionName: string,
  app: App,
  work: TimerWork,
): (event?: TimerEvent) => Promise<TimerAnswer> {
  return async (event) => {
    const invocation = openInvocation(functionName, app, { freshMs: TIMER_FRESH_MS })
    const { ctx, source } = invocation
    if (!source.split(',').includes('wx_trigger') || ctx.openid !== null) {
      return { ok: false, reason: 'FORBIDDEN' }
    }
    const answer = await attempt(ctx, () => work(ctx, { isAsked: event?.Message === 'now' }))
    const outcome = answer.ok ? 'ok' : 'INTERNAL'
    await endInvocation(invocation, { operation: 'timer', outcome })
    return answer
  }
}

async function attempt(ctx: Context, work: () => Promise<unknown>): Promise<TimerAnswer> {
  try {
    return { ok: true, done: await work() }
  } catch (error) {
    ctx.log.error('timer-threw', { reason: describeError(error) })
    return { ok: false, reason: 'INTERNAL' }
  }
}
