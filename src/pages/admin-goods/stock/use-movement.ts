import type { MoveStockInput, StockRow } from '@core/contract/stock'
import {
  MOVED_PIECES_MAX,
  MOVEMENT_REASONS,
  type MovementReason,
  type StaffMovementKind,
} from '@core/domain/stock/stock'
import { useState } from 'react'
import { failureLine } from '@/copy/failures'
import { formatCount } from '@/copy/numbers'
import { useLeaveQuestion } from '@/hooks/use-leave-question'
import { type CallFailure, callAdmin } from '@/services/call'
import { mintId } from '@/services/ids'
import { toast } from '@/services/toast'

/** The form of a stock movement. */
export type MovementDraft = {
  kind: StaffMovementKind
  reason: MovementReason
  /** For an adjustment: whether fewer pieces were counted than recorded. */
  isLess: boolean
  pieces: string
  note: string
}

type IdentifiedDraft = {
  /** New with every change of the draft, so that a retry is idempotent. */
  movementId: string
  draft: MovementDraft
}

/** A stock movement that is being edited; the form is kept until it is saved. */
export type MovementEditor = {
  draft: MovementDraft
  error: string | undefined
  isBusy: boolean
  change(part: Partial<MovementDraft>): void
  send(): Promise<void>
}

const blankDraft = (kind: StaffMovementKind): MovementDraft => ({
  kind,
  reason: MOVEMENT_REASONS[kind][0],
  isLess: kind === 'adjust',
  pieces: '',
  note: '',
})

export function useMovement(
  kind: StaffMovementKind,
  { skuId, onMoved }: { skuId: string; onMoved: (row: StockRow) => void },
): MovementEditor {
  const [{ draft, movementId }, setIdentified] = useState<IdentifiedDraft>(() =>
    withNewId(blankDraft(kind)),
  )
  const [error, setError] = useState<string>()
  const [isBusy, setBusy] = useState(false)

  useLeaveQuestion(draft.pieces !== '' || draft.note !== '')

  const change = (part: Partial<MovementDraft>) => {
    setIdentified((before) => withNewId({ ...before.draft, ...part }))
    setError(undefined)
  }

  const send = async () => {
    const pieces = piecesOf(draft)
    if (pieces === null) {
      return setError(`填 1 到 ${formatCount(MOVED_PIECES_MAX)} 之间的整数`)
    }
    if (isBusy) return
    setBusy(true)
    const answer = await callAdmin('stock.move', inputOf({ movementId, draft }, { skuId, pieces }))
    setBusy(false)
    if (!answer.ok) return setError(errorCopy(answer.error))
    toast(`已记下，现可售 ${formatCount(answer.value.available)} 件`)
    onMoved(answer.value)
  }

  return { draft, error, isBusy, change, send }
}

const withNewId = (draft: MovementDraft): IdentifiedDraft => ({ draft, movementId: mintId() })

function piecesOf({ pieces }: MovementDraft): number | null {
  if (!/^\d{1,6}$/.test(pieces.trim())) return null
  const count = Number(pieces)
  return count >= 1 && count <= MOVED_PIECES_MAX ? count : null
}

/** The cast is safe: the form offers only the reasons of its kind. */
const inputOf = (
  { movementId, draft }: IdentifiedDraft,
  { skuId, pieces }: { skuId: string; pieces: number },
): MoveStockInput => {
  const { kind, reason, isLess, note } = draft
  const quantity = kind === 'adjust' && isLess ? -pieces : pieces
  return { movementId, skuId, note, kind, reason, quantity } as MoveStockInput
}

type Refusal = CallFailure | { code: string; available?: number }

const errorCopy = (error: Refusal): string =>
  error.code === 'STOCK_SHORT' && 'available' in error
    ? `现在只能减 ${error.available} 件；占用的属于待付款的订单`
    : failureLine(error)
