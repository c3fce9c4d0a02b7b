import type { NotFound } from '@core/contract/errors'
import type {
  ConflictView,
  PromotionInput,
  PromotionRow,
  PromotionState,
  SavePromotionError,
} from '@core/contract/promotions'
import { PROMOTION_KINDS } from '@core/domain/promotions/promotion'
import { ok, type Result } from '@core/kernel/result'
import { failureLine } from '@/copy/failures'
import type { FieldError } from '@/pages/admin/form/form-reader'
import type { Opened } from '@/pages/admin/form/opened'
import { useEditor } from '@/pages/admin/form/use-editor'
import { type CallFailure, callAdmin } from '@/services/call'
import { now } from '@/services/clock'
import { mintId } from '@/services/ids'
import { toast } from '@/services/toast'
import { errorCopy } from './error-copy'
import { blankForm, copyOf, formOf, type PromotionForm, promotionOf } from './form'

/** What the last check found; neither an error nor conflicts when all is well. */
export type CheckResult = { error: string | null; conflicts: ConflictView[] }

/** A promotion in its editor, with its sales so far. */
export type OpenPromotion = {
  form: PromotionForm
  state: PromotionState | 'NEW'
  stock: PromotionRow['stock']
}

export type PromotionEditorState = ReturnType<typeof usePromotion>

/** What is new and like no other is of a kind. */
type OpenedOfKind = Opened & { kind: string }

/** The editor of a promotion: change, check, save and end it. */
export function usePromotion(opened: OpenedOfKind) {
  const { id, copy, kind } = opened
  const editor = useEditor<OpenPromotion, CheckResult>(`${id} ${copy} ${kind}`, () => open(opened))
  const { update, submit } = editor

  const change = (part: Partial<PromotionForm>) =>
    update((before) => ({ ...before, form: { ...before.form, ...part } }))

  /** Changes fields that only its kind has. */
  const changeFields = (part: object) =>
    update(({ form, ...same }) => {
      return { ...same, form: { ...form, fields: { ...form.fields, ...part } } }
    })

  const submitWith = (send: (input: PromotionInput) => Promise<CheckResult | null>) =>
    submit({ read, describe, send, done: '已保存' })

  const end = async () => {
    const answer = await callAdmin('promotions.end', { promotionId: id })
    toast(answer.ok ? '已结束' : failureLine(answer.error))
    if (answer.ok) editor.leave()
  }

  return {
    ...editor,
    change,
    changeFields,
    check: () => submitWith(check),
    save: () => submitWith(save),
    end,
  }
}

async function open({
  id,
  copy,
  kind,
}: OpenedOfKind): Promise<Result<OpenPromotion, CallFailure | NotFound>> {
  const fresh = { id: mintId(), now: now() }
  const promotionId = id || copy
  if (promotionId === '') {
    const known = PROMOTION_KINDS.find((one) => one === kind) ?? 'timePrice'
    return ok({ form: blankForm(known, fresh), state: 'NEW', stock: null })
  }
  const answer = await callAdmin('promotions.show', { promotionId })
  if (!answer.ok) return answer
  if (id === '') return ok({ form: copyOf(answer.value, fresh), state: 'NEW', stock: null })
  const { state, stock } = answer.value
  return ok({ form: formOf(answer.value), state, stock })
}

function read({ form }: OpenPromotion): Result<PromotionInput, FieldError> {
  const promotion = promotionOf(form)
  return promotion.ok ? ok({ promotion: promotion.value }) : promotion
}

const describe = (error: FieldError, { form }: OpenPromotion): CheckResult => ({
  error: errorCopy(error, form.kind),
  conflicts: [],
})

async function check(input: PromotionInput): Promise<CheckResult> {
  const { kind } = input.promotion
  const answer = await callAdmin('promotions.check', input)
  if (!answer.ok) return { error: failureCopy(answer.error, kind), conflicts: [] }
  const { error, conflicts } = answer.value
  const text = error && errorCopy({ code: error.reason, field: error.field }, kind)
  return { error: text, conflicts }
}

async function save(input: PromotionInput): Promise<CheckResult | null> {
  const answer = await callAdmin('promotions.save', input)
  return answer.ok ? null : refusal(answer.error, input.promotion.kind)
}

type Kind = PromotionForm['kind']

function refusal(error: SavePromotionError | CallFailure, kind: Kind): CheckResult {
  if (error.code === 'PROMOTION_CONFLICT') return { error: null, conflicts: error.conflicts }
  return { error: refusalCopy(error, kind), conflicts: [] }
}

type Refusal = Exclude<SavePromotionError | CallFailure, { code: 'PROMOTION_CONFLICT' }>

function refusalCopy(error: Refusal, kind: Kind): string {
  switch (error.code) {
    case 'PROMOTION_WRONG':
      return errorCopy({ code: error.reason, field: error.field }, kind)
    case 'PROMOTION_RUNNING':
      return errorCopy({ code: 'RUNNING', field: error.field }, kind)
    case 'TOO_MANY_PROMOTIONS':
      return errorCopy({ code: 'TOO_MANY', field: 'id' }, kind)
    default:
      return failureCopy(error, kind)
  }
}

const failureCopy = (error: CallFailure, kind: Kind): string =>
  error.code === 'INVALID_INPUT' ? errorCopy(error, kind) : failureLine(error)
