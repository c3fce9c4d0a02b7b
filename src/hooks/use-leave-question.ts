import { useEffect, useRef } from 'react'
import { askBeforeLeaving, confirmLeaving } from '@/services/leaving'

const QUESTION = '还没保存，确定离开吗？'

/** What a form with something unsaved in it does before it is left. */
export type LeaveQuestion = {
  /** Stops asking at once, for when the page itself is about to leave. */
  stop(): void
  /** Closes a sheet, after a question while something in it is not saved. */
  close(onClose: () => void): void
}

/** Asks before the page is left while `isUnsaved`: every form that somebody has typed into. */
export function useLeaveQuestion(isUnsaved: boolean): LeaveQuestion {
  const end = useRef<() => void>(() => undefined)
  useEffect(() => {
    if (!isUnsaved) return undefined
    const stop = askBeforeLeaving(QUESTION)
    end.current = stop
    return stop
  }, [isUnsaved])
  return {
    stop: () => end.current(),
    close: (onClose) => {
      if (!isUnsaved) return onClose()
      void confirmLeaving(QUESTION).then((isLeaving) => {
        if (isLeaving) onClose()
      })
    },
  }
}
