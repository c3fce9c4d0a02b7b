import type { Instant } from '@core/kernel/calendar'
import { allocate, type Fen } from '@core/kernel/money'

/** A line of another system's invoice; in a cancellation quantity and amount are negative. */
export type InvoiceLine = {
  code: string
  title: string
  unitFen: Fen
  quantity: number
  amountFen: Fen
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

/** One customer's invoices, settled: Σ refunds = Σ taken from sales + Σ unmatched. */
export type MatchedInvoices = { sales: MatchedSale[]; refunds: MatchedRefund[] }

/** What of a sold line is still with the customer. */
type SoldPieces = { sale: MatchedSale; pieces: number }

/**
 * Works out what one customer kept. Other systems do not say which sale a cancelled line belongs
 * to, so it is taken from the latest sales so far of the same code that have pieces left; of
 * several it takes from, each bears its share by pieces (`allocate`). A sale refunds no more
 * than was paid for it. The result does not depend on the order of the input.
 */
export function matchCancellations(invoices: readonly Invoice[]): MatchedInvoices {
  const settlement: MatchedInvoices = { sales: [], refunds: [] }
  const holdings = new Map<string, SoldPieces[]>()
  for (const invoice of [...invoices].sort(byTime)) {
    if (invoice.isCancellation) settlement.refunds.push(cancel(invoice, holdings))
    else settlement.sales.push(sell(invoice, holdings))
  }
  return settlement
}

/** A sale comes before a cancellation of the same moment, so that it can be cancelled by it. */
const byTime = (a: Invoice, b: Invoice): number =>
  a.at - b.at ||
  Number(a.isCancellation) - Number(b.isCancellation) ||
  (a.number < b.number ? -1 : 1)

const sumOf = (lines: readonly InvoiceLine[]): Fen =>
  lines.reduce((sum, line) => sum + line.amountFen, 0)

/** A sale is worth its lines, discounts among them, but never less than nothing. */
function sell({ number, at, lines }: Invoice, holdings: Map<string, SoldPieces[]>): MatchedSale {
  const sale = { number, at, paidFen: Math.max(0, sumOf(lines)), refundedFen: 0, lines }
  for (const line of lines) {
    if (line.quantity <= 0) continue
    const held = holdings.get(line.code)
    const holding = { sale, pieces: line.quantity }
    if (held) held.push(holding)
    else holdings.set(line.code, [holding])
  }
  return sale
}

/** A cancellation refunds its sum; lines that charge money reduce it. */
function cancel(
  { number, at, lines }: Invoice,
  holdings: Map<string, SoldPieces[]>,
): MatchedRefund {
  const fen = Math.max(0, -sumOf(lines))
  let left = fen
  let unmatchedFen = 0
  for (const line of lines) {
    if (line.amountFen > 0) continue
    const back = Math.min(left, -line.amountFen)
    left -= back
    unmatchedFen += takeBack({ ...line, amountFen: back }, holdings.get(line.code) ?? [])
  }
  return { number, at, fen, unmatchedFen }
}

/** Takes cancelled pieces out of what is held, latest first; answers what nothing accounts for. */
function takeBack({ quantity, amountFen }: InvoiceLine, held: SoldPieces[]): Fen {
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
