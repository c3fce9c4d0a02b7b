import type { Result } from '@core/kernel/result'
import { useCallback, useEffect, useRef, useState } from 'react'
import { type Loadable, loading, settled } from '@/stores/loadable'

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
  const question = useRef(0)
  const latest = useRef(fetch)
  latest.current = fetch

  const reload = useCallback(async () => {
    const mine = ++question.current
    const answer = await latest.current()
    if (mine === question.current) setState((before) => settled(before, answer))
  }, [])

  useEffect(() => {
    void reload()
    return () => {
      question.current += 1
    }
  }, [key, reload])

  const replace = useCallback((value: T) => {
    setState({ status: 'ready', value, error: null })
  }, [])

  return { ...state, reload, replace }
}
