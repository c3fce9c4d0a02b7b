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
import { type CallFailure, callAdmin } from '@/services/call'
import { mintId } from '@/services/ids'
import { toast } from '@/services/toast'

/** A movement as it is typed. */
export type Draft = {
  kind: StaffMovementKind
  reason: MovementReason
  /** Whether a count found fewer than is written. */
  isLess: boolean
  pieces: string
  note: string
}

type Asked = {
  /** Minted when the draft took this shape: sent again, it is the same movement. */
  movementId: string
  draft: Draft
}

/** A movement about to be made; what was typed stays until the shop has it. */
export type Moving = {
  draft: Draft
  fault: string | undefined
  isBusy: boolean
  change(part: Partial<Draft>): void
  send(): Promise<void>
}

const begun = (kind: StaffMovementKind): Draft => ({
  kind,
  reason: MOVEMENT_REASONS[kind][0],
  isLess: kind === 'adjust',
  pieces: '',
  note: '',
})

/** Keeps the draft of a movement of one SKU and sends it. */
export function useMove(
  kind: StaffMovementKind,
  { skuId, onMoved }: { skuId: string; onMoved: (row: StockRow) => void },
): Moving {
  const [{ draft, movementId }, setAsked] = useState<Asked>(() => asked(begun(kind)))
  const [fault, setFault] = useState<string>()
  const [isBusy, setBusy] = useState(false)

  const change = (part: Partial<Draft>) => {
    setAsked((before) => asked({ ...before.draft, ...part }))
    setFault(undefined)
  }

  const send = async () => {
    const pieces = piecesOf(draft)
    if (pieces === null) {
      return setFault(`填 1 到 ${formatCount(MOVED_PIECES_MAX)} 之间的整数`)
    }
    if (isBusy) return
    setBusy(true)
    const answer = await callAdmin('stock.move', inputOf({ movementId, draft }, { skuId, pieces }))
    setBusy(false)
    if (!answer.ok) return setFault(errorCopy(answer.error))
    toast(`已记下，现可售 ${formatCount(answer.value.available)} 件`)
    onMoved(answer.value)
  }

  return { draft, fault, isBusy, change, send }
}

const asked = (draft: Draft): Asked => ({ draft, movementId: mintId() })

function piecesOf({ pieces }: Draft): number | null {
  if (!/^\d{1,6}$/.test(pieces.trim())) return null
  const count = Number(pieces)
  return count >= 1 && count <= MOVED_PIECES_MAX ? count : null
}

/** The choices offer a kind's own reasons alone. */
const inputOf = (
  { movementId, draft }: Asked,
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
