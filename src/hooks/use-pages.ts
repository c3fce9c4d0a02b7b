import type { NotFound } from '@core/contract/errors'
import type { Page } from '@core/contract/primitives'
import type { Result } from '@core/kernel/result'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { CallFailure } from '@/services/call'

/** Why a list could not be loaded; `NOT_FOUND` when its parent does not exist. */
export type ListFailure = CallFailure | NotFound

/** A paged list. `ended` is true once there are no more pages. */
export type Pages<T, P extends Page<T> = Page<T>> = {
  status: 'loading' | 'ready' | 'failed'
  items: T[]
  error: ListFailure | null
  /** The answer with the first page, for what is said of the list as a whole. */
  first: P | null
  ended: boolean
  more(): Promise<void>
  reload(): Promise<void>
  /** Replaces the items that match. */
  patch(matches: (item: T) => boolean, item: T): void
}

type State<T, P extends Page<T>> = Pick<Pages<T, P>, 'status' | 'items' | 'error' | 'first'> & {
  next: string | null | undefined
}

const empty = <T, P extends Page<T>>(): State<T, P> => ({
  status: 'loading',
  items: [],
  error: null,
  first: null,
  next: undefined,
})

/**
 * Fetches the first page when the list opens and whenever `key` changes, the others on `more()`.
 */
export function usePages<T, P extends Page<T> = Page<T>>(
  fetch: (cursor: string | undefined) => Promise<Result<P & Page<T>, ListFailure>>,
  key: string,
): Pages<T, P> {
  const [state, setState] = useState<State<T, P>>(empty)
  const latestRequest = useRef(0)
  const busy = useRef(false)
  const latestFetch = useRef(fetch)
  latestFetch.current = fetch

  const fetchPage = useCallback(async (cursor: string | undefined) => {
    const requestNumber = ++latestRequest.current
    busy.current = true
    const answer = await latestFetch.current(cursor)
    if (requestNumber !== latestRequest.current) return
    busy.current = false
    setState((before) => afterPage(before, { cursor, answer }))
  }, [])

  useEffect(() => {
    setState(empty())
    void fetchPage(undefined)
    return () => {
      latestRequest.current += 1
    }
  }, [key, fetchPage])

  const { next } = state
  const more = useCallback(async () => {
    if (!busy.current && next) await fetchPage(next)
  }, [fetchPage, next])

  const patch = useCallback((matches: (item: T) => boolean, item: T) => {
    setState((before) => ({
      ...before,
      items: before.items.map((old) => (matches(old) ? item : old)),
    }))
  }, [])

  const reload = useCallback(() => fetchPage(undefined), [fetchPage])
  return { ...state, ended: state.next === null, more, reload, patch }
}

function afterPage<T, P extends Page<T>>(
  before: State<T, P>,
  response: { cursor: string | undefined; answer: Result<P, ListFailure> },
): State<T, P> {
  const { cursor, answer } = response
  if (!answer.ok) return { ...before, status: 'failed', error: answer.error }
  const { items, next } = answer.value
  return {
    status: 'ready',
    items: cursor === undefined ? items : [...before.items, ...items],
    error: null,
    first: cursor === undefined ? answer.value : before.first,
    next,
  }
}
