import { fail, ok, type Result } from '@core/kernel/result'
import * as v from 'valibot'
import { type ServiceMessage, serviceMessage } from '../contract/service-push'

/** Reads an event pushed by WeChat; `field` is the first invalid one. */
export function readPush(
  event: unknown,
): Result<ServiceMessage, { code: 'UNREADABLE'; field: string }> {
  const parsed = v.safeParse(serviceMessage, event, { abortEarly: true })
  if (parsed.success) return ok(parsed.output)
  return fail({ code: 'UNREADABLE', field: v.getDotPath(parsed.issues[0]) ?? '' })
}
