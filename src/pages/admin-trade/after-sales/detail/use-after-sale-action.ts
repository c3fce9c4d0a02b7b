import type { AdminContract } from '@core/contract'
import type { AfterSaleRow } from '@core/contract/staff-after-sales'
import { useState } from 'react'
import { afterSaleErrorCopy } from '@/copy/after-sales'
import { numberUsedCopy } from '@/copy/parcels'
import type { Answer } from '@/services/call'
import { toast } from '@/services/toast'
import type { ActionProps } from './action-props'

type Operation =
  | 'afterSales.agree'
  | 'afterSales.refuse'
  | 'afterSales.receive'
  | 'afterSales.sendAgain'
  | 'afterSales.refundInstead'
  | 'afterSales.retryRefund'

/** Runs one action at a time; the error is kept until the next one. */
export function useAfterSaleAction({ onChange, onStale }: ActionProps) {
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<string | undefined>()

  const act = async (
    call: () => Promise<Answer<AdminContract, Operation>>,
    done: (now: AfterSaleRow) => string,
  ): Promise<string | undefined> => {
    if (isBusy) return undefined
    setBusy(true)
    setError(undefined)
    const answer = await call()
    setBusy(false)
    if (answer.ok) {
      toast(done(answer.value))
      onChange(answer.value)
      return undefined
    }
    const words = refusalCopy(answer.error)
    setError(words)
    if (STALE.includes(answer.error.code)) onStale()
    return words
  }

  return { isBusy, error, act }
}

/** Refusals of what is not as it was shown. */
const STALE: readonly string[] = ['AFTER_SALE_WRONG_STATE', 'REQUEST_CHANGED']

type Refusal = Extract<Answer<AdminContract, Operation>, { ok: false }>['error']

function refusalCopy(error: Refusal): string {
  if (error.code === 'OUT_OF_STOCK') return `库存只剩 ${error.available} 件，先入库再换发`
  if (error.code === 'NUMBER_USED') return numberUsedCopy(error.orderId)
  if (error.code === 'REFUND_STUCK') {
    return error.reason === 'ABNORMAL'
      ? '顾客的卡收不了，请到微信商户平台处理这笔退款'
      : `问不到微信：${error.reason}`
  }
  return afterSaleErrorCopy(error)
}
