import type { StuckOutcome, StuckRow } from '@core/contract/reconciliation'
import type { Result } from '@core/kernel/result'
import { useState } from 'react'
import { failureLine } from '@/copy/failures'
import { useLoad } from '@/hooks/use-load'
import { callAdmin } from '@/services/call'
import { toast } from '@/services/toast'
import { errorCopy } from '../reconciliation/difference-copy'
import { stuckErrorCopy } from './stuck-copy'

const actErrorCopy = (error: { code: string }) =>
  stuckErrorCopy(error.code) ?? errorCopy(error.code) ?? failureLine(error)

/** The stuck money, and the acts on it; after each the list is read again. */
export function useStuck() {
  const loaded = useLoad(() => callAdmin('reconciliation.stuck', {}), '')
  const [busy, setBusy] = useState('')

  const act = async (
    { id }: StuckRow,
    call: () => Promise<Result<StuckOutcome, { code: string }>>,
    waiting: string,
  ) => {
    setBusy(id)
    const answer = await call()
    setBusy('')
    if (answer.ok) toast(answer.value.outcome === 'SETTLED' ? '解决了' : waiting)
    else toast(actErrorCopy(answer.error))
    await loaded.reload()
  }

  return {
    loaded,
    /** The id of the row that is being worked on. */
    busy,
    ask: (row: StuckRow) =>
      act(row, () => callAdmin('reconciliation.askStuck', { id: row.id }), '问过了，还没解决'),
    refundAgain: (row: StuckRow) =>
      act(row, () => callAdmin('reconciliation.refundAgain', { id: row.id }), '又退了一次，等结果'),
    /** Returns what went wrong. */
    async settle({ id }: StuckRow, note: string): Promise<string | undefined> {
      const answer = await callAdmin('reconciliation.settleStuck', { id, note })
      if (!answer.ok) return actErrorCopy(answer.error)
      toast('记下了')
      await loaded.reload()
      return undefined
    },
  }
}
