import type { Instant } from '@core/kernel/calendar'
import { useEffect, useRef } from 'react'
import { watchMoments } from '@/services/moments'
import { useIsShown } from './use-is-shown'

/**
 * Asks the cloud again at the moments at which what a page shows changes (a launch, the end of a
 * price), until it has changed. The page itself never decides that it has. Moments that are `null`
 * never come.
 */
export function useMoments(
  moments: readonly (Instant | null)[],
  reload: () => Promise<void> | void,
): void {
  const isShown = useIsShown()
  const latestReload = useRef(reload)
  latestReload.current = reload
  const key = moments.filter((moment) => moment !== null).join()
  useEffect(() => {
    if (key === '' || !isShown) return
    return watchMoments(key.split(',').map(Number), async () => latestReload.current())
  }, [key, isShown])
}
