import type { DifferenceView, ReconciliationView } from '@core/contract/reconciliation'
import type { Result } from '@core/kernel/result'
import { useState } from 'react'
import { failureLine } from '@/copy/failures'
import { useLoad } from '@/hooks/use-load'
import { callAdmin } from '@/services/call'
import { toast } from '@/services/toast'
import { errorCopy } from './difference-copy'

const lineOf = (error: { code: string }) => errorCopy(error.code) ?? failureLine(error)

/** A day that is open: its differences, and what the owner does about them. */
export function useDay(day: string, onChange: (view: ReconciliationView) => void) {
  const loaded = useLoad(() => callAdmin('reconciliation.show', { day }), day)
  const [busy, setBusy] = useState('')

  const take = (answer: Result<ReconciliationView, { code: string }>, words: string) => {
    setBusy('')
    if (!answer.ok) return toast(lineOf(answer.error))
    loaded.replace(answer.value)
    onChange(answer.value)
    toast(words)
  }

  return {
    loaded,
    /** The number of the difference under way, or `run`. */
    busy,
    async run() {
      setBusy('run')
      take(await callAdmin('reconciliation.run', { day }), '核对好了')
    },
    async settle({ number }: DifferenceView) {
      setBusy(number)
      take(await callAdmin('reconciliation.settle', { day, number }), '记上了')
    },
    /** Answers what was wrong, or nothing. */
    async resolve({ number, kind }: DifferenceView, note: string): Promise<string | undefined> {
      const answer = await callAdmin('reconciliation.resolve', { day, number, kind, note })
      if (!answer.ok) return lineOf(answer.error)
      take(answer, '记下了')
      return undefined
    },
  }
}
