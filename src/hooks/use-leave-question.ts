import { useEffect, useRef } from 'react'
import { askBeforeLeaving } from '@/services/leaving'

/**
 * Asks before the page is left while `isAsking`. The function it returns stops that at once, for
 * when the page itself is about to leave.
 */
export function useLeaveQuestion(isAsking: boolean): () => void {
  const stop = useRef<() => void>(() => undefined)
  useEffect(() => {
    if (!isAsking) return undefined
    const end = askBeforeLeaving('还没保存，确定离开吗？')
    stop.current = end
    return end
  }, [isAsking])
  return () => stop.current()
}
