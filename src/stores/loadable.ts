import type { Result } from '@core/kernel/result'
import type { CallFailure } from '@/services/call'

/** Something that comes from the cloud. While it is fetched anew its last value stays in sight. */
export type Loadable<T, E extends { code: string } = CallFailure> =
  | { status: 'loading'; value: T | null; error: null }
  | { status: 'ready'; value: T; error: null }
  | { status: 'failed'; value: T | null; error: E }

/** Nothing yet, on its way. */
export const loading: { status: 'loading'; value: null; error: null } = {
  status: 'loading',
  value: null,
  error: null,
}

/** What an answer makes of what was there. */
export const afterAnswer = <T, E extends { code: string }>(
  before: Loadable<T, E>,
  answer: Result<T, E>,
): Loadable<T, E> =>
  answer.ok
    ? { status: 'ready', value: answer.value, error: null }
    : { status: 'failed', value: before.value, error: answer.error }
