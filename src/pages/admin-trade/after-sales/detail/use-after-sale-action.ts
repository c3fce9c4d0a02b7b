import type { AdminContract } from '@core/contract'
import type { AfterSaleRow } from '@core/contract/after-sales'
import { useState } from 'react'
import { afterSaleErrorCopy } from '@/copy/after-sales'
import type { Answer } from '@/services/call'
import { toast } from '@/services/toast'
import type { ActProps } from './action-props'

/** The operations that move an after-sale on. */
type Moving =
  | 'afterSales.agree'
  | 'afterSales.refuse'
  | 'afterSales.receive'
  | 'afterSales.sendAgain'
  | 'afterSales.refundInstead'
  | 'afterSales.retryRefund'

/** Does an act once at a time; what was wrong stays in words until the next try. */
export function useAct({ onChange, onStale }: ActProps) {
  const [isBusy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | undefined>()

  const act = async (
    asking: () => Promise<Answer<AdminContract, Moving>>,
    done: (now: AfterSaleRow) => string,
  ): Promise<string | undefined> => {
    if (isBusy) return undefined
    setBusy(true)
    setFault(undefined)
    const answer = await asking()
    setBusy(false)
    if (answer.ok) {
      toast(done(answer.value))
      onChange(answer.value)
      return undefined
    }
    const words = refusalCopy(answer.error)
    setFault(words)
    if (answer.error.code === 'AFTER_SALE_WRONG_STATE') onStale()
    return words
  }

  return { isBusy, fault, act }
}

type Refusal = Extract<Answer<AdminContract, Moving>, { ok: false }>['error']

function refusalCopy(error: Refusal): string {
  if (error.code === 'OUT_OF_STOCK') return `库存只剩 ${error.available} 件，先入库再换发`
  if (error.code === 'REFUND_STUCK') {
    return error.reason === 'ABNORMAL'
      ? '顾客的卡收不了，请到微信商户平台处理这笔退款'
      : `问不到微信：${error.reason}`
  }
  return afterSaleErrorCopy(error)
}
