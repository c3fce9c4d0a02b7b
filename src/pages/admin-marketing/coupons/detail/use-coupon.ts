import type { CouponRow } from '@core/contract/coupons'
import type { NotFound } from '@core/contract/errors'
import type { Result } from '@core/kernel/result'
import { useEffect, useState } from 'react'
import { failureLine } from '@/copy/failures'
import { useLoad } from '@/hooks/use-load'
import { type CallFailure, callAdmin } from '@/services/call'
import { now } from '@/services/clock'
import { mintId } from '@/services/ids'
import { go } from '@/services/route'
import { toast } from '@/services/toast'
import { errorCopy } from './error-copy'
import { blankForm, type CouponForm, couponOf, formOf } from './form'

/** An offer in its editor; `row` is `null` while it is new. */
type Opened = { form: CouponForm; row: CouponRow | null }

/** Keeps an offer's form; what was typed stays until the shop has it. */
export function useCoupon(couponId: string) {
  const loaded = useLoad(() => open(couponId), couponId)
  const [form, setForm] = useState<CouponForm | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const first = loaded.value
  useEffect(() => {
    if (first) setForm(first.form)
  }, [first])

  const change = (part: Partial<CouponForm>) => {
    setForm((before) => before && { ...before, ...part })
    setFault(null)
  }

  const save = async () => {
    if (!form || isBusy) return
    const said = couponOf(form)
    if (!said.ok) return setFault(errorCopy(said.error))
    setBusy(true)
    const answer = await callAdmin('coupons.save', { coupon: said.value })
    setBusy(false)
    if (answer.ok) {
      toast('已保存')
      return go.back()
    }
    setFault(refusalCopy(answer.error))
  }

  const stop = async () => {
    const answer = await callAdmin('coupons.stop', { couponId })
    toast(answer.ok ? '已停发' : failureLine(answer.error))
    if (answer.ok) go.back()
  }

  return { form, row: first?.row ?? null, fault, isBusy, loaded, change, save, stop }
}

async function open(couponId: string): Promise<Result<Opened, CallFailure | NotFound>> {
  if (couponId === '') {
    return { ok: true, value: { form: blankForm({ id: mintId(), now: now() }), row: null } }
  }
  const answer = await callAdmin('coupons.show', { couponId })
  return answer.ok ? { ok: true, value: { form: formOf(answer.value), row: answer.value } } : answer
}

type Refusal = { code: string; field?: string; reason?: string; requestId?: string }

function refusalCopy(error: Refusal): string {
  const { code, field = '', reason } = error
  if (code === 'COUPON_WRONG') return errorCopy({ code: reason ?? '', field })
  if (code === 'CODE_TAKEN') return errorCopy({ code, field: 'code' })
  return code === 'INVALID_INPUT' ? errorCopy({ code, field }) : failureLine(error)
}
