import type { StaffOrderView } from '@core/contract/orders'
import type { GoodwillPreview } from '@core/contract/staff-after-sales'
import { useState } from 'react'
import { afterSaleErrorCopy } from '@/copy/after-sales'
import { failureLine } from '@/copy/failures'
import { parseAmount } from '@/pages/admin/form/numbers'
import { callAdmin } from '@/services/call'
import { mintId } from '@/services/ids'
import { toast } from '@/services/toast'

/** What the staff have chosen; an empty amount is what the pieces are worth. */
type Chosen = {
  pieces: Record<string, number>
  amount: string
  withFreight: boolean
  isGiftWaived: boolean
}

const NOTHING: Chosen = { pieces: {}, amount: '', withFreight: false, isGiftWaived: false }

/** A refund by the staff: previewed by the first `send`, given by the second. */
export function useStaffRefund(order: StaffOrderView, onGiven: () => void) {
  const [afterSaleId] = useState(mintId)
  const [chosen, setChosen] = useState(NOTHING)
  const [preview, setPreview] = useState<GoodwillPreview | null>(null)

  const change = (part: Partial<Chosen>) => {
    setChosen((before) => ({ ...before, ...part }))
    setPreview(null)
  }

  /** Shows the amount, or gives it once it has been shown; returns what went wrong. */
  const send = async (words: string): Promise<string | undefined> => {
    const amountFen = chosen.amount.trim() === '' ? null : parseAmount(chosen.amount)
    if (amountFen === null && chosen.amount.trim() !== '') return '金额写成 12.50 这样'
    const lines = Object.entries(chosen.pieces).flatMap(([key, quantity]) =>
      quantity > 0 ? [{ key, quantity }] : [],
    )
    if (lines.length === 0 && amountFen === null) return '选退哪几件，或写一个金额'
    const { withFreight, isGiftWaived } = chosen
    const input = { orderId: order.id, lines, withFreight, isGiftWaived, amountFen }
    if (!preview) {
      const shown = await callAdmin('afterSales.previewByStaff', input)
      if (!shown.ok) return refusalCopy(shown.error)
      setPreview(shown.value)
      return undefined
    }
    const expectedFen = preview.totalFen
    const answer = await callAdmin('afterSales.refundByStaff', {
      ...input,
      afterSaleId,
      words,
      expectedFen,
    })
    if (!answer.ok) {
      setPreview(null)
      return refusalCopy(answer.error)
    }
    toast(preview.isOutside ? '已记下，请在店外退给顾客' : '已退，钱原路退回')
    onGiven()
    return undefined
  }

  return { chosen, preview, change, send }
}

type Refusal = Extract<
  Awaited<ReturnType<typeof callAdmin<'afterSales.refundByStaff'>>>,
  { ok: false }
>['error']

const refusalCopy = (error: Refusal): string => {
  if (error.code === 'FORBIDDEN') return '主动退款只有店主能做'
  return error.code === 'AFTER_SALE_ID_TAKEN' ? failureLine(error) : afterSaleErrorCopy(error)
}
