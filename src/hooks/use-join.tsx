import { type ReactNode, useState } from 'react'
import { JoinSheet } from '@/components/join-sheet'
import { failureLine } from '@/copy/failures'
import { go } from '@/services/route'
import { toast } from '@/services/toast'
import { shop } from '@/stores/shop'
import { useProgram } from './use-program'

/** Joining from any page: the sheet, the call and the toast. */
export function useJoin(onJoined: () => void): { open(): void; sheet: ReactNode } {
  const [isOpen, setIsOpen] = useState(false)
  const [isBusy, setIsBusy] = useState(false)
  const program = useProgram()

  const join = async (withInsight: boolean) => {
    setIsBusy(true)
    const answer = await shop.getState().join(withInsight)
    setIsBusy(false)
    if (!answer.ok) return toast(failureLine(answer.error))
    setIsOpen(false)
    toast('欢迎加入，积分从下一单开始')
    onJoined()
  }

  return {
    open: () => {
      setIsOpen(true)
      if (!program) void shop.getState().loadMe()
    },
    sheet: (
      <JoinSheet
        isOpen={isOpen}
        isBusy={isBusy}
        program={program}
        onJoin={(withInsight) => void join(withInsight)}
        onPrivacy={go.privacy}
        onClose={() => setIsOpen(false)}
      />
    ),
  }
}
