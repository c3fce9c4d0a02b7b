import type { CouponInput, CouponRow } from '@core/contract/coupons'
import type { NotFound } from '@core/contract/errors'
import { ok, type Result } from '@core/kernel/result'
import { failureLine } from '@/copy/failures'
import type { Opened } from '@/pages/admin/form/opened'
import { useEditor } from '@/pages/admin/form/use-editor'
import { type CallFailure, callAdmin } from '@/services/call'
import { now } from '@/services/clock'
import { mintId } from '@/services/ids'
import { toast } from '@/services/toast'
import { errorCopy } from './error-copy'
import type { CouponForm } from './fields'
import { blankForm, copyOf, couponOf, formOf } from './form'

/** A coupon in its editor; `row` is `null` while it is new. */
type OpenCoupon = { form: CouponForm; row: CouponRow | null }

export type CouponEditorState = ReturnType<typeof useCoupon>

/** The editor of a coupon: change, save, and stop issuing it. */
export function useCoupon({ id, copy }: Opened) {
  const editor = useEditor<OpenCoupon>(`${id} ${copy}`, () => open({ id, copy }))

  const change = (part: Partial<CouponForm>) =>
    editor.update((before) => ({ ...before, form: { ...before.form, ...part } }))

  const save = () =>
    editor.submit({ read: ({ form }) => couponOf(form), describe: errorCopy, send, done: '已保存' })

  const stop = async () => {
    const answer = await callAdmin('coupons.stop', { couponId: id })
    toast(answer.ok ? '已停发' : failureLine(answer.error))
    if (answer.ok) editor.leave()
  }

  return { ...editor, change, save, stop }
}

async function open({ id, copy }: Opened): Promise<Result<OpenCoupon, CallFailure | NotFound>> {
  const fresh = { id: mintId(), now: now() }
  const couponId = id || copy
  if (couponId === '') return ok({ form: blankForm(fresh), row: null })
  const answer = await callAdmin('coupons.show', { couponId })
  if (!answer.ok) return answer
  const { value } = answer
  return ok(
    id === '' ? { form: copyOf(value, fresh), row: null } : { form: formOf(value), row: value },
  )
}

async function send(coupon: CouponInput['coupon']): Promise<string | null> {
  const answer = await callAdmin('coupons.save', { coupon })
  return answer.ok ? null : refusalCopy(answer.error)
}

type Refusal = { code: string; field?: string; reason?: string; requestId?: string }

function refusalCopy(error: Refusal): string {
  const { code, field = '', reason } = error
  if (code === 'COUPON_WRONG') return errorCopy({ code: reason ?? '', field })
  if (code === 'CODE_TAKEN') return errorCopy({ code, field: 'code' })
  return code === 'INVALID_INPUT' ? errorCopy({ code, field }) : failureLine(error)
}
