import type { Result } from '@core/kernel/result'
import { useCallback, useEffect, useRef, useState } from 'react'
import { afterAnswer, type Loadable, loading } from '@/stores/loadable'

/** Data fetched by a page, with functions to reload or replace it. */
export type Loaded<T, E extends { code: string }> = Loadable<T, E> & {
  reload(): Promise<void>
  replace(value: T): void
}

/**
 * Fetches when the page opens and whenever `key` changes. Answers to outdated requests are
 * dropped.
 */
export function useLoad<T, E extends { code: string }>(
  fetch: () => Promise<Result<T, E>>,
  key: string,
): Loaded<T, E> {
  const [state, setState] = useState<Loadable<T, E>>(loading)
  const latestRequest = useRef(0)
  const latestFetch = useRef(fetch)
  latestFetch.current = fetch

  const reload = useCallback(async () => {
    const requestNumber = ++latestRequest.current
    const answer = await latestFetch.current()
    if (requestNumber === latestRequest.current) setState((before) => afterAnswer(before, answer))
  }, [])

  useEffect(() => {
    void reload()
    return () => {
      latestRequest.current += 1
    }
  }, [key, reload])

  const replace = useCallback((value: T) => {
    setState({ status: 'ready', value, error: null })
  }, [])

  return { ...state, reload, replace }
}
