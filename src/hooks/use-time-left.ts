import type { Instant } from '@core/kernel/calendar'
import { useEffect, useState } from 'react'
import { now } from '@/services/clock'
import { useIsShown } from './use-is-shown'

const TICK_MS = 1_000

/**
 * The time left until a moment as a text, by the cloud's clock; `''` for `null`. The page is drawn
 * again only when the text changes. `copy` must be the same function at every call.
 */
export function useTimeLeft(until: Instant | null, copy: (leftMs: number) => string): string {
  const isShown = useIsShown()
  const text = until === null ? '' : copy(until - now())
  const [, setDrawn] = useState(text)
  useEffect(() => {
    if (!isShown || until === null) return
    const timer = setInterval(() => setDrawn(copy(until - now())), TICK_MS)
    return () => clearInterval(timer)
  }, [isShown, until, copy])
  return text
}
