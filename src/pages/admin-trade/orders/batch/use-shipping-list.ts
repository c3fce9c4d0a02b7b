import type { ListedOutcome, ShippingListInput } from '@core/contract/shipping'
import { type ListedLine, parseShippingList } from '@core/domain/orders/shipping-list'
import { SHIPPING_LIST_MAX } from '@core/kernel/limits'
import { useState } from 'react'
import { failureLine } from '@/copy/failures'
import { listErrorCopy, outcomeCopy } from '@/copy/shipping-list'
import { callAdmin } from '@/services/call'
import { toast } from '@/services/toast'

/** Lines of one list; they are sent in calls of `SHIPPING_LIST_MAX`. */
export const LIST_LINES_MAX = 100

/** A line with what becomes of it: it can be sent, is done, or stays until it is put right. */
export type ListRow = ListedLine & { state: 'ready' | 'done' | 'wrong'; words: string }

/** A pasted list: read, checked in the cloud, and sent. */
export type ShippingList = {
  text: string
  /** `null` until the list has been checked. */
  rows: readonly ListRow[] | null
  error: string | undefined
  isBusy: boolean
  setText(text: string): void
  check(): Promise<void>
  send(): Promise<void>
}

/** The list; what was not sent stays in the text, so that it can be put right and sent again. */
export function useShippingList(onShipped: () => void): ShippingList {
  const [text, setText] = useState('')
  const [rows, setRows] = useState<readonly ListRow[] | null>(null)
  const [error, setError] = useState<string | undefined>()
  const [isBusy, setBusy] = useState(false)

  const run = async (work: () => Promise<void>) => {
    if (isBusy) return
    setBusy(true)
    setError(undefined)
    await work()
    setBusy(false)
  }

  const check = async () => {
    const lines = parseShippingList(text)
    if (lines.length === 0) return setError('先把订单号和单号贴进来')
    if (lines.length > LIST_LINES_MAX) {
      return setError(`一次最多 ${LIST_LINES_MAX} 行，现在有 ${lines.length} 行，分两次发`)
    }
    const answered = await ask('orders.checkList', lines)
    setRows(answered.rows)
    setError(answered.error)
  }

  const send = async () => {
    const ready = (rows ?? []).filter((row) => row.state === 'ready')
    const answered = await ask('orders.shipList', ready)
    const sent = new Map(answered.rows.map((row) => [row.line, row]))
    const after = (rows ?? []).map((row) => sent.get(row.line) ?? row)
    const left = after.filter((row) => row.state !== 'done')
    setRows(after)
    setText(left.map((row) => row.text).join('\n'))
    setError(answered.error)
    const count = answered.rows.filter((row) => row.state === 'done').length
    if (count > 0) {
      toast(left.length > 0 ? `发出 ${count} 单，还剩 ${left.length} 行` : `${count} 单都发出了`)
      onShipped()
    }
  }

  return {
    text,
    rows,
    error,
    isBusy,
    setText: (typed) => {
      setText(typed)
      setRows(null)
      setError(undefined)
    },
    check: () => run(check),
    send: () => run(send),
  }
}

type Operation = 'orders.checkList' | 'orders.shipList'
type Parcel = ShippingListInput['parcels'][number]
type Answered = { rows: ListRow[]; error: string | undefined }

/** Asks the cloud about the parcels of these lines, a part at a time; stops when a call fails. */
async function ask(operation: Operation, lines: readonly ListedLine[]): Promise<Answered> {
  const parcels = lines.flatMap(({ parcel }) => (parcel ? [parcel] : []))
  const outcomes: ListedOutcome[] = []
  for (let from = 0; from < parcels.length; from += SHIPPING_LIST_MAX) {
    const part: Parcel[] = parcels.slice(from, from + SHIPPING_LIST_MAX)
    const answer = await callAdmin(operation, { parcels: part })
    if (!answer.ok) return { rows: rowsOf(lines, outcomes), error: failureLine(answer.error) }
    outcomes.push(...answer.value.outcomes)
  }
  return { rows: rowsOf(lines, outcomes), error: undefined }
}

/** The lines with their outcomes; those that were not asked about any more can be sent again. */
function rowsOf(lines: readonly ListedLine[], outcomes: readonly ListedOutcome[]): ListRow[] {
  const byOrder = new Map(outcomes.map((one) => [one.orderId, one]))
  return lines.map((line): ListRow => {
    if (line.error) return { ...line, state: 'wrong', words: listErrorCopy(line.error) }
    const outcome = byOrder.get(line.parcel.orderId)
    if (!outcome) return { ...line, state: 'ready', words: '还没发' }
    return { ...line, state: STATES[outcome.outcome], words: outcomeCopy(outcome) }
  })
}

const STATES = {
  READY: 'ready',
  SHIPPED: 'done',
  SHIPPED_BEFORE: 'done',
  REFUSED: 'wrong',
} as const satisfies Record<ListedOutcome['outcome'], ListRow['state']>
