import { type Invoice, type InvoiceLine, matchCancellations } from '@core/domain/imports/orders'
import { isKept } from '@core/domain/members/facts'
import fc from 'fast-check'
import { propertyRuns } from '../builders/property-runs'

const line = (code: string, quantity: number, amountFen: number): InvoiceLine => ({
  code,
  title: code,
  unitFen: quantity === 0 ? 0 : Math.round(amountFen / quantity),
  quantity,
  amountFen,
})

const sale = (number: string, at: number, ...lines: InvoiceLine[]): Invoice => ({
  number,
  at,
  isCancellation: false,
  lines,
})

const cancellation = (number: string, at: number, ...lines: InvoiceLine[]): Invoice => ({
  ...sale(number, at, ...lines),
  isCancellation: true,
})

/** What came of each invoice: `[paid, refunded]` of a sale, `[fen, unmatched]` of a refund. */
const settled = (...invoices: Invoice[]): Record<string, [number, number]> => {
  const { sales, refunds } = matchCancellations(invoices)
  const came: Record<string, [number, number]> = {}
  for (const one of sales) came[one.number] = [one.paidFen, one.refundedFen]
  for (const one of refunds) came[one.number] = [one.fen, one.unmatchedFen]
  return came
}

describe('a cancellation', () => {
  test('takes from the sale of the same code', () => {
    const one = sale('1', 10, line('A', 3, 300), line('B', 1, 50))
    expect(settled(one, cancellation('C2', 20, line('A', -1, -100)))).toEqual({
      1: [350, 100],
      C2: [100, 0],
    })
  })

  test('takes from the latest sale first, then from the one before', () => {
    const result = settled(
      sale('1', 10, line('A', 2, 200)),
      sale('2', 20, line('A', 2, 200)),
      cancellation('C3', 30, line('A', -3, -300)),
    )
    expect(result).toEqual({ 1: [200, 100], 2: [200, 200], C3: [300, 0] })
  })

  test('takes nothing from a later sale, nor from another code', () => {
    const result = settled(
      cancellation('C1', 10, line('A', -1, -100)),
      sale('2', 20, line('A', 1, 100)),
      cancellation('C3', 30, line('B', -1, -70)),
    )
    expect(result).toEqual({ C1: [100, 100], 2: [100, 0], C3: [70, 70] })
  })

  test('of the same moment as its sale comes after it', () => {
    const result = settled(
      cancellation('C1', 10, line('A', -1, -100)),
      sale('2', 10, line('A', 1, 100)),
    )
    expect(result).toEqual({ C1: [100, 0], 2: [100, 100] })
  })

  test('takes each piece once, whatever many cancellations ask for', () => {
    const result = settled(
      sale('1', 10, line('A', 2, 200)),
      cancellation('C2', 20, line('A', -2, -200)),
      cancellation('C3', 30, line('A', -2, -200)),
    )
    expect(result).toEqual({ 1: [200, 200], C2: [200, 0], C3: [200, 200] })
  })

  test('at a higher price takes no more from a sale than was paid for it', () => {
    const result = settled(
      sale('1', 10, line('A', 1, 100)),
      cancellation('C2', 20, line('A', -1, -130)),
    )
    expect(result).toEqual({ 1: [100, 100], C2: [130, 30] })
  })

  test('divides its amount by pieces to the fen, the rest left unmatched', () => {
    const result = settled(
      sale('1', 10, line('A', 1, 100)),
      sale('2', 20, line('A', 1, 100)),
      cancellation('C3', 30, line('A', -3, -100)),
    )
    expect(result).toEqual({ 1: [100, 33], 2: [100, 34], C3: [100, 33] })
  })

  test('of money alone matches no sale', () => {
    const result = settled(
      sale('1', 10, line('A', 1, 100)),
      cancellation('C2', 20, line('DISCOUNT', 0, -20)),
    )
    expect(result).toEqual({ 1: [100, 0], C2: [20, 20] })
  })

  test('with a line that takes money gives back less', () => {
    const result = settled(
      sale('1', 10, line('A', 1, 100)),
      cancellation('C2', 20, line('FEE', 1, 30), line('A', -1, -100)),
    )
    expect(result).toEqual({ 1: [100, 70], C2: [70, 0] })
  })
})

test('a discount line makes its sale cheaper', () => {
  expect(settled(sale('1', 10, line('A', 1, 100), line('OFF', 1, -30)))).toEqual({ 1: [70, 0] })
})

/** A customer's year: sales and cancellations of three codes within a few moments. */
const history = fc
  .array(
    fc.record({
      at: fc.integer({ min: 0, max: 6 }),
      isCancellation: fc.boolean(),
      lines: fc.array(
        fc.record({
          code: fc.constantFrom('A', 'B', 'C'),
          quantity: fc.integer({ min: 0, max: 5 }),
          price: fc.integer({ min: 0, max: 300 }),
        }),
        { minLength: 1, maxLength: 4 },
      ),
    }),
    { maxLength: 12 },
  )
  .map((drafts) =>
    drafts.map(({ at, isCancellation, lines }, index): Invoice => {
      const sign = isCancellation ? -1 : 1
      return {
        number: `${isCancellation ? 'C' : ''}${100 + index}`,
        at,
        isCancellation,
        lines: lines.map(({ code, quantity, price }) =>
          line(code, sign * quantity, sign * quantity * price),
        ),
      }
    }),
  )

const sum = (values: number[]) => values.reduce((all, value) => all + value, 0)

describe('whatever a customer bought and gave back', () => {
  test('no sale gives back more than was paid for it, and no fen is lost or made', () => {
    fc.assert(
      fc.property(history, (invoices) => {
        const { sales, refunds } = matchCancellations(invoices)
        for (const one of sales) {
          expect(one.refundedFen).toBeGreaterThanOrEqual(0)
          expect(one.refundedFen).toBeLessThanOrEqual(one.paidFen)
        }
        const given = sum(refunds.map((one) => one.fen))
        const unmatched = sum(refunds.map((one) => one.unmatchedFen))
        expect(sum(sales.map((one) => one.refundedFen)) + unmatched).toBe(given)
        const written = sum(invoices.flatMap((one) => one.lines.map((each) => each.amountFen)))
        expect(sum(sales.map((one) => one.paidFen)) - given).toBe(written)
      }),
    )
  })

  test('the order in which the file has them does not matter', () => {
    fc.assert(
      fc.property(history, fc.infiniteStream(fc.nat()), (invoices, keys) => {
        const shuffled = invoices
          .map((invoice) => ({ invoice, key: keys.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ invoice }) => invoice)
        expect(matchCancellations(shuffled)).toEqual(matchCancellations(invoices))
      }),
    )
  })

  test('a sale cancelled line by line is not kept', () => {
    fc.assert(
      fc.property(history, (invoices) => {
        for (const bought of invoices.filter((one) => !one.isCancellation)) {
          const lines = bought.lines.map((each) => line(each.code, -each.quantity, -each.amountFen))
          const { sales } = matchCancellations([bought, cancellation('C', bought.at + 1, ...lines)])
          expect(sales.filter((one) => one.paidFen > 0 && isKept(one))).toEqual([])
        }
      }),
    )
  })

  test('a history without cancellations is kept whole', () => {
    fc.assert(
      fc.property(history, (invoices) => {
        const { sales, refunds } = matchCancellations(invoices.filter((one) => !one.isCancellation))
        expect(refunds).toEqual([])
        expect(sales.every((one) => one.refundedFen === 0)).toBe(true)
      }),
    )
  })
})

describe('pieces', () => {
  const SKUS = ['A', 'B'] as const
  const anyLine = fc.record({
    code: fc.constantFrom(...SKUS),
    quantity: fc.integer({ min: -5, max: 5 }).filter((pieces) => pieces !== 0),
    price: fc.integer({ min: 0, max: 300 }),
  })
  const anyInvoice = fc.record({
    at: fc.integer({ min: 1, max: 9 }),
    isCancellation: fc.boolean(),
    lines: fc.array(anyLine, { minLength: 1, maxLength: 4 }),
  })

  test('that are kept are never more than were sold, nor is the money', () => {
    fc.assert(
      fc.property(fc.array(anyInvoice, { maxLength: 8 }), (drawn) => {
        const invoices = drawn.map(({ at, isCancellation, lines }, n) => ({
          number: String(n),
          at,
          isCancellation,
          // All that a cancellation has comes back.
          lines: lines.map(({ code, quantity, price }) => {
            const pieces = isCancellation ? -Math.abs(quantity) : quantity
            return line(code, pieces, pieces * price)
          }),
        }))
        const settled = matchCancellations(invoices)
        const pieces = invoices.flatMap(({ lines }) => lines.map(({ quantity }) => quantity))
        const sumOf = (all: number[]) => all.reduce((sum, one) => sum + one, 0)
        const beyond = sumOf(settled.beyondSold.map(({ returned, sold }) => returned - sold))
        expect(settled.piecesSold).toBe(sumOf(pieces.filter((one) => one > 0)))
        expect(settled.piecesKept).toBe(sumOf(pieces) + beyond)
        expect(settled.piecesKept).toBeGreaterThanOrEqual(0)
        expect(settled.piecesKept).toBeLessThanOrEqual(settled.piecesSold)
        for (const { returned, sold } of settled.beyondSold) expect(sold).toBeLessThan(returned)
        for (const { paidFen, refundedFen } of settled.sales) {
          expect(refundedFen).toBeGreaterThanOrEqual(0)
          expect(refundedFen).toBeLessThanOrEqual(paidFen)
        }
      }),
      { numRuns: propertyRuns(10_000) },
    )
  })
})
