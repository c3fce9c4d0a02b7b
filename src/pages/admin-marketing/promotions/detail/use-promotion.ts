import type { NotFound } from '@core/contract/errors'
import type {
  ConflictView,
  PromotionRow,
  PromotionState,
  SavePromotionError,
} from '@core/contract/promotions'
import { PROMOTION_KINDS } from '@core/domain/promotions/promotion'
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
import { blankForm, formOf, type PromotionForm } from './form'
import { promotionOf } from './input'

/** What the last look came to: all is well, or what is wrong. */
export type Verdict = { fault: string | null; conflicts: ConflictView[] }

/** An activity in its editor, with what it has done so far. */
export type Opened = {
  form: PromotionForm
  state: PromotionState | 'NEW'
  stock: PromotionRow['stock']
}

/** Keeps an activity's form; what was typed stays until the shop has it. */
export function usePromotion({ id, kind }: { id: string; kind: string }) {
  const loaded = useLoad(() => open(id, kind), `${id} ${kind}`)
  const [opened, setOpened] = useState<Opened | null>(null)
  const [verdict, setVerdict] = useState<Verdict | null>(null)
  const [isBusy, setBusy] = useState(false)
  const first = loaded.value
  useEffect(() => {
    if (first) setOpened(first)
  }, [first])

  const change = (part: Partial<PromotionForm>) => {
    setOpened((before) => before && { ...before, form: { ...before.form, ...part } })
    setVerdict(null)
  }

  /** Sends what the form says; what it does not say is told at once. */
  const send = async (operation: 'check' | 'save') => {
    if (!opened || isBusy) return
    const said = promotionOf(opened.form)
    if (!said.ok) return setVerdict({ fault: errorCopy(said.error), conflicts: [] })
    setBusy(true)
    const promotion = said.value
    const told =
      operation === 'check'
        ? await checked({ promotion })
        : refusalOf(await callAdmin('promotions.save', { promotion }))
    setBusy(false)
    setVerdict(told)
    if (told !== null || operation === 'check') return
    toast('已保存')
    go.back()
  }

  const end = async () => {
    const answer = await callAdmin('promotions.end', { promotionId: id })
    toast(answer.ok ? '已结束' : failureLine(answer.error))
    if (answer.ok) go.back()
  }

  /** The same once more: a new activity of the same content, for the coming week. */
  const again = () => {
    setOpened((before) => {
      if (!before) return before
      const fresh = blankForm(before.form.kind, { id: mintId(), now: now() })
      const { startsAt, endsAt } = fresh
      return { form: { ...before.form, id: fresh.id, startsAt, endsAt }, state: 'NEW', stock: null }
    })
  }

  return { opened, verdict, isBusy, loaded, change, send, end, again }
}

async function open(id: string, kind: string): Promise<Result<Opened, CallFailure | NotFound>> {
  if (id === '') {
    const known = PROMOTION_KINDS.find((one) => one === kind) ?? 'timePrice'
    const form = blankForm(known, { id: mintId(), now: now() })
    return { ok: true, value: { form, state: 'NEW', stock: null } }
  }
  const answer = await callAdmin('promotions.show', { promotionId: id })
  if (!answer.ok) return answer
  const { state, stock } = answer.value
  return { ok: true, value: { form: formOf(answer.value), state, stock } }
}

async function checked(input: Parameters<typeof callAdmin<'promotions.check'>>[1]) {
  const answer = await callAdmin('promotions.check', input)
  if (!answer.ok) return { fault: otherWords(answer.error), conflicts: [] }
  const { fault, conflicts } = answer.value
  return { fault: fault && errorCopy({ code: fault.reason, field: fault.field }), conflicts }
}

type Saved = { ok: true } | { ok: false; error: SavePromotionError | CallFailure }

/** Why it was not saved; `null` when it was. */
function refusalOf(answer: Saved): Verdict | null {
  if (answer.ok) return null
  const { error } = answer
  switch (error.code) {
    case 'PROMOTION_CONFLICT':
      return { fault: null, conflicts: error.conflicts }
    case 'PROMOTION_WRONG':
      return { fault: errorCopy({ code: error.reason, field: error.field }), conflicts: [] }
    case 'PROMOTION_RUNNING':
      return { fault: errorCopy({ code: 'RUNNING', field: error.field }), conflicts: [] }
    case 'TOO_MANY_PROMOTIONS':
      return { fault: errorCopy({ code: 'TOO_MANY', field: 'id' }), conflicts: [] }
    default:
      return { fault: otherWords(error), conflicts: [] }
  }
}

const otherWords = (error: CallFailure): string =>
  error.code === 'INVALID_INPUT' ? errorCopy(error) : failureLine(error)
