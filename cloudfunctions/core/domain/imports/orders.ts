import type { Instant } from '@core/kernel/calendar'
import { allocate, type Fen } from '@core/kernel/money'

/** A line of another system's invoice; in a cancellation quantity and amount are negative. */
export type InvoiceLine = {
  code: string
  title: string
  unitFen: Fen
  quantity: number
  amountFen: Fen
  /** What of the amount went back as the line itself says. */
  refundFen?: Fen
  /** Where it stands in the file. */
  row?: number
}

/** An invoice of another system: a sale, or the cancellation of earlier sales. */
export type Invoice = {
  number: string
  at: Instant
  isCancellation: boolean
  lines: readonly InvoiceLine[]
}

/** A sale and what later cancellations took from it: `refundedFen` is never above `paidFen`. */
export type MatchedSale = {
  number: string
  at: Instant
  paidFen: Fen
  refundedFen: Fen
  lines: readonly InvoiceLine[]
}

/** A cancellation; `unmatchedFen` is the part of `fen` that no sale accounts for. */
export type MatchedRefund = { number: string; at: Instant; fen: Fen; unmatchedFen: Fen }

/** A returned line of which `sold` pieces, fewer than came back, had been sold before. */
export type ReturnBeyondSold = { row: number; returned: number; sold: number }

/**
 * One customer's invoices, settled: Σ refunds = Σ taken from sales + Σ unmatched. Pieces kept are
 * those sold less those of them that came back, so they are between 0 and what was sold.
 */
export type MatchedInvoices = {
  sales: MatchedSale[]
  refunds: MatchedRefund[]
  piecesSold: number
  piecesKept: number
  beyondSold: ReturnBeyondSold[]
}

/** What of a sold line is still with the customer. */
type SoldPieces = { sale: MatchedSale; pieces: number }

/**
 * Works out what one customer kept. Other systems do not say which sale a cancelled line belongs
 * to, so it is taken from the latest sales so far of the same code that have pieces left; of
 * several it takes from, each bears its share by pieces (`allocate`). A sale refunds no more
 * than was paid for it. The result does not depend on the order of the input.
 */
export function matchCancellations(invoices: readonly Invoice[]): MatchedInvoices {
  const settled: MatchedInvoices = {
    sales: [],
    refunds: [],
    piecesSold: 0,
    piecesKept: 0,
    beyondSold: [],
  }
  const holdings: Holdings = new Map()
  for (const invoice of [...invoices].sort(byTime)) {
    if (invoice.isCancellation) settled.refunds.push(cancel(invoice, holdings, settled))
    else settled.sales.push(sell(invoice, holdings, settled))
  }
  for (const held of holdings.values()) {
    for (const { pieces } of held) settled.piecesKept += pieces
  }
  return settled
}

/** What is still with the customer, by code, oldest first. */
type Holdings = Map<string, SoldPieces[]>

/** A sale comes before a cancellation of the same moment, so that it can be cancelled by it. */
const byTime = (a: Invoice, b: Invoice): number =>
  a.at - b.at ||
  Number(a.isCancellation) - Number(b.isCancellation) ||
  (a.number < b.number ? -1 : 1)

const sumOf = (lines: readonly InvoiceLine[]): Fen =>
  lines.reduce((sum, line) => sum + line.amountFen, 0)

/**
 * A sale is worth its lines, discounts among them, but never less than nothing. Pieces that it
 * takes back itself are in its sum already.
 */
function sell(
  { number, at, lines }: Invoice,
  holdings: Holdings,
  settled: MatchedInvoices,
): MatchedSale {
  const paidFen = Math.max(0, sumOf(lines))
  const refunded = lines.reduce((sum, { refundFen = 0 }) => sum + refundFen, 0)
  const sale = { number, at, paidFen, refundedFen: Math.min(paidFen, refunded), lines }
  for (const line of lines) {
    if (line.quantity <= 0) continue
    settled.piecesSold += line.quantity
    const held = holdings.get(line.code)
    const holding = { sale, pieces: line.quantity }
    if (held) held.push(holding)
    else holdings.set(line.code, [holding])
  }
  for (const line of lines) {
    if (line.quantity < 0) takeBack({ ...line, amountFen: 0 }, holdings, settled)
  }
  return sale
}

/** A cancellation refunds its sum; lines that charge money reduce it. */
function cancel(
  { number, at, lines }: Invoice,
  holdings: Holdings,
  settled: MatchedInvoices,
): MatchedRefund {
  const fen = Math.max(0, -sumOf(lines))
  let left = fen
  let unmatchedFen = 0
  for (const line of lines) {
    if (line.amountFen > 0) continue
    const back = Math.min(left, -line.amountFen)
    left -= back
    unmatchedFen += takeBack({ ...line, amountFen: back }, holdings, settled)
  }
  return { number, at, fen, unmatchedFen }
}

/** Takes cancelled pieces out of what is held, latest first; answers what nothing accounts for. */
function takeBack(
  { code, quantity, amountFen, row = 0 }: InvoiceLine,
  holdings: Holdings,
  settled: MatchedInvoices,
): Fen {
  const held = holdings.get(code) ?? []
  const taken: { sale: MatchedSale | null; pieces: number }[] = []
  let wanted = Math.abs(quantity)
  while (wanted > 0) {
    const latest = held[held.length - 1]
    if (!latest) break
    const pieces = Math.min(wanted, latest.pieces)
    taken.push({ sale: latest.sale, pieces })
    latest.pieces -= pieces
    wanted -= pieces
    if (latest.pieces === 0) held.pop()
  }
  if (wanted > 0) {
    const returned = Math.abs(quantity)
    settled.beyondSold.push({ row, returned, sold: returned - wanted })
  }
  if (wanted > 0 || taken.length === 0) taken.push({ sale: null, pieces: wanted })
  const shares = allocate(
    amountFen,
    taken.map(({ pieces }) => pieces),
  )
  return taken.reduce((left, { sale }, at) => left + giveBack(sale, shares[at] ?? 0), 0)
}

/** Books a share on its sale as far as the sale was paid; answers the rest. */
function giveBack(sale: MatchedSale | null, share: Fen): Fen {
  if (!sale) return share
  const back = Math.min(share, sale.paidFen - sale.refundedFen)
  sale.refundedFen += back
  return share - back
}

/** A line as it is sent and read: code, title, unit price, pieces, amount. */
export type LineTuple = [string, string, number, number, number]

/** One line for all that an order has no room for; it keeps their pieces and their amount. */
export function restLine(rest: readonly Readonly<LineTuple>[]): LineTuple {
  const sum = (column: 3 | 4) => rest.reduce((all, line) => all + line[column], 0)
  return ['rest', '其余商品', 0, sum(3), sum(4)]
}
