import type { Result } from '@core/kernel/result'
import { useCallback, useEffect, useRef, useState } from 'react'
import { type Loadable, loading, afterAnswer } from '@/stores/loadable'

/** Something a page fetches for itself: its state, and how to fetch it anew or replace it. */
export type Loaded<T, E extends { code: string }> = Loadable<T, E> & {
  reload(): Promise<void>
  replace(value: T): void
}

/**
 * Fetches when the page opens and whenever `key` changes. Answers that come after a newer question
 * are dropped.
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
    const mine = ++latestRequest.current
    const answer = await latestFetch.current()
    if (mine === latestRequest.current) setState((before) => afterAnswer(before, answer))
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
