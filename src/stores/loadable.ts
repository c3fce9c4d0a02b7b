import type { Result } from '@core/kernel/result'
import type { CallFailure } from '@/services/call'

/** A value from the cloud. While it reloads, the last value stays visible. */
export type Loadable<T, E extends { code: string } = CallFailure> =
  | { status: 'loading'; value: T | null; error: null }
  | { status: 'ready'; value: T; error: null }
  | { status: 'failed'; value: T | null; error: E }

/** The initial state: nothing loaded yet. */
export const loading: { status: 'loading'; value: null; error: null } = {
  status: 'loading',
  value: null,
  error: null,
}

/** The next state after an answer; a failure keeps the last value. */
export const afterAnswer = <T, E extends { code: string }>(
  before: Loadable<T, E>,
  answer: Result<T, E>,
): Loadable<T, E> =>
  answer.ok
    ? { status: 'ready', value: answer.value, error: null }
    : { status: 'failed', value: before.value, error: answer.error }
