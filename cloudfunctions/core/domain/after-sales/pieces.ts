import { type Order, type OrderLine, unshippedPieces } from '@core/domain/orders/order'

/** Pieces of a line. */
export type Pieces = { key: string; quantity: number }

/** Pieces that a request asks back; `withheld` of them had not been sent then. */
export type AskedPieces = Pieces & { withheld?: number }

/**
 * How pieces go back: whether the goods come back (退货退款) or stay (仅退款), and which of them were
 * asked for before and are decided now; `null` when none were.
 */
export type Asking = { isReturn: boolean; own: readonly AskedPieces[] | null }

/** Pieces of a line that are neither paid back nor asked for. */
export const piecesLeft = ({ quantity, refunded, asked }: OrderLine): number =>
  quantity - refunded.quantity - asked

/** Pieces of a line that were sent and not paid back: what can come back. */
export const returnablePieces = ({ kind, shipped, refunded, cancelled }: OrderLine): number =>
  kind === 'service' ? 0 : shipped - (refunded.quantity - cancelled)

/**
 * Of some pieces of a line, those that need not be sent any more: goods that come back are taken
 * from what was sent first, a refund without return from what was not. What other requests ask
 * back is theirs.
 */
export function cancelledPieces(
  line: OrderLine,
  quantity: number,
  { isReturn, own }: Asking,
): number {
  const mine = own?.find(({ key }) => key === line.key)
  const others = {
    withheld: line.withheld - withheldOf(line, mine),
    asked: line.asked - (mine?.quantity ?? 0),
  }
  const sent = Math.max(0, returnablePieces(line) - (others.asked - others.withheld))
  const unsent = Math.max(0, unshippedPieces(line) - others.withheld)
  return Math.min(isReturn ? Math.max(0, quantity - sent) : quantity, unsent)
}

/**
 * How many of the pieces of a request are withheld. Requests of earlier releases do not say it:
 * they get what the upcast of their order has withheld.
 */
const withheldOf = (line: OrderLine, pieces: AskedPieces | undefined): number =>
  pieces === undefined ? 0 : (pieces.withheld ?? Math.min(pieces.quantity, line.withheld))

/** The pieces of a request, each with how many of them are withheld from now on. */
export const withheldPieces = (
  { lines }: Pick<Order, 'lines'>,
  pieces: readonly Pieces[],
  isReturn: boolean,
): AskedPieces[] =>
  pieces.map(({ key, quantity }) => {
    const line = lines.find((one) => one.key === key)
    const withheld = line ? cancelledPieces(line, quantity, { isReturn, own: null }) : 0
    return { key, quantity, withheld }
  })

/** The lines with the pieces of a request added (`sign` 1) or removed (-1). */
export const withAsked = (
  lines: readonly OrderLine[],
  pieces: readonly AskedPieces[],
  sign: 1 | -1,
): OrderLine[] =>
  lines.map((line) => {
    const mine = pieces.find(({ key }) => key === line.key)
    if (!mine) return line
    const asked = line.asked + sign * mine.quantity
    return { ...line, asked, withheld: line.withheld + sign * withheldOf(line, mine) }
  })
