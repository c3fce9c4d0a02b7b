import type { DifferenceView, ReconciliationView } from '@core/contract/reconciliation'
import type { Result } from '@core/kernel/result'
import { useState } from 'react'
import { failureLine } from '@/copy/failures'
import { useLoad } from '@/hooks/use-load'
import { callAdmin } from '@/services/call'
import { toast } from '@/services/toast'
import { errorCopy } from './difference-copy'

const actionErrorCopy = (error: { code: string }) => errorCopy(error.code) ?? failureLine(error)

/** The differences of a day, and the actions on them. */
export function useDay(day: string, onChange: (view: ReconciliationView) => void) {
  const loaded = useLoad(() => callAdmin('reconciliation.show', { day }), day)
  const [busy, setBusy] = useState('')

  const finish = (answer: Result<ReconciliationView, { code: string }>, message: string) => {
    setBusy('')
    if (!answer.ok) return toast(actionErrorCopy(answer.error))
    loaded.replace(answer.value)
    onChange(answer.value)
    toast(message)
  }

  return {
    loaded,
    /** The number of the difference that is being processed, or `run`. */
    busy,
    async run() {
      setBusy('run')
      finish(await callAdmin('reconciliation.run', { day }), '核对好了')
    },
    async settle({ number }: DifferenceView) {
      setBusy(number)
      finish(await callAdmin('reconciliation.settle', { day, number }), '记上了')
    },
    /** Returns what went wrong. */
    async resolve({ number, kind }: DifferenceView, note: string): Promise<string | undefined> {
      const answer = await callAdmin('reconciliation.resolve', { day, number, kind, note })
      if (!answer.ok) return actionErrorCopy(answer.error)
      finish(answer, '记下了')
      return undefined
    },
  }
}
