import type { Estimate } from '@core/contract/after-sales'
import type { AfterSaleRow } from '@core/contract/staff-after-sales'
import { useRef, useState } from 'react'
import { afterSaleErrorCopy } from '@/copy/after-sales'
import { callAdmin } from '@/services/call'

type Choice = { withFreight: boolean; isGiftWaived: boolean }

/** What the staff choose about the money of a request, and what it then comes to. */
export type RefundChoice = {
  choice: Choice
  /** `null` while the cloud computes it. */
  estimate: Estimate | null
  error: string | undefined
  change(part: Partial<Choice>): Promise<void>
}

/**
 * Holds the choices of a refund; every change asks the cloud what it comes to. Without an answer
 * the last choices stand, with what they came to, so that the staff can go on.
 */
export function useRefundChoice({
  id: afterSaleId,
  withFreight,
  estimate: first,
}: AfterSaleRow): RefundChoice {
  const [choice, setChoice] = useState<Choice>({ withFreight, isGiftWaived: false })
  const [estimate, setEstimate] = useState(first)
  const [error, setError] = useState<string | undefined>()
  const latestRequest = useRef(0)
  const known = useRef({ choice, estimate: first })

  const change = async (part: Partial<Choice>) => {
    const requestNumber = ++latestRequest.current
    const next = { ...choice, ...part }
    setChoice(next)
    setEstimate(null)
    setError(undefined)
    const answer = await callAdmin('afterSales.previewDecision', { afterSaleId, ...next })
    if (requestNumber !== latestRequest.current) return
    if (answer.ok) known.current = { choice: next, estimate: answer.value }
    else setError(afterSaleErrorCopy(answer.error))
    setChoice(known.current.choice)
    setEstimate(known.current.estimate)
  }

  return { choice, estimate, error, change }
}
