import type { Instant } from '@core/kernel/calendar'
import { isDeeperThan, JSON_DEPTH_MAX } from '@core/kernel/json-depth'
import { fail, type Result } from '@core/kernel/result'
import * as v from 'valibot'
import type { CallError } from '../contract/errors'
import { describeError } from '../data/failures'
import type { AnyOperation } from '../operations/area'
import type { App } from '../operations/join-areas'
import { Refused } from './admission'
import { endInvocation, type Invocation, openInvocation } from './context'

/** Decides whether a caller may call an operation; `null` admits the call. */
export type Authorizer = (invocation: Invocation, operation: string) => Promise<CallError | null>

type Answer = Result<unknown, { code: string }>

/** An answer with the time at which it was made, which the phone's clock is set by. */
type TimedAnswer = Answer & { at: Instant }
type Main = (event: unknown) => Promise<TimedAnswer>
const call = v.object({ operation: v.string(), input: v.optional(v.unknown(), {}) })

/** A cloud function of operations: its name, its operations, and who may call them. */
export type Service = {
  name: string
  app: App
  table: ReadonlyMap<string, AnyOperation>
  authorize: Authorizer
}

/**
 * Makes a cloud function from a table of operations. It checks the caller and the input, turns a
 * throw into `INTERNAL`, and logs one line per call with its database calls and rounds. Every
 * answer carries the time, `at`.
 */
export function serve({ name: functionName, app, table, authorize }: Service): Main {
  return async (event) => {
    const parsed = v.safeParse(call, event)
    const name = parsed.success ? parsed.output.operation : ''
    const invocation = openInvocation(functionName, app)
    const input = parsed.success ? parsed.output.input : undefined
    const operation = table.get(name)
    const answer = operation
      ? await perform(invocation, { name, input, operation, authorize })
      : fail<CallError>({ code: 'UNKNOWN_OPERATION', operation: name.slice(0, 64) })
    const outcome = answer.ok ? 'ok' : answer.error.code
    await endInvocation(invocation, { operation: operation ? name : '', outcome })
    const { ctx } = invocation
    return { ...answer, at: Math.round(ctx.now + ctx.elapsedMs()) }
  }
}

type Performed = { name: string; input: unknown; operation: AnyOperation; authorize: Authorizer }

async function perform(
  invocation: Invocation,
  { name, input, operation, authorize }: Performed,
): Promise<Answer> {
  const { ctx, admission, requestId } = invocation
  try {
    const refusal = await authorize(invocation, name)
    if (refusal) return fail(refusal)
    if (isDeeperThan(input, JSON_DEPTH_MAX)) {
      const message = `nested deeper than ${JSON_DEPTH_MAX} levels`
      return fail<CallError>({ code: 'INVALID_INPUT', field: '', message })
    }
    const parsed = v.safeParse(operation.input, input, { abortEarly: true })
    if (!parsed.success) return fail<CallError>(inputError(parsed.issues[0]))
    admission.begin(parsed.output)
    return await admission.finish(await operation.run(ctx, parsed.output))
  } catch (error) {
    if (error instanceof Refused) return fail(error.refusal)
    ctx.log.error('operation-threw', { operation: name, reason: describeError(error) })
    return fail<CallError>({ code: 'INTERNAL', requestId })
  }
}

/** Names the first invalid field, without its value, which may be personal. */
const inputError = (issue: v.BaseIssue<unknown>): CallError => ({
  code: 'INVALID_INPUT',
  field: v.getDotPath(issue) ?? '',
  message: `expected ${issue.expected ?? issue.type}`,
})
