import {
  IMPORT_CUSTOMERS_MAX,
  IMPORT_LINES_MAX,
  IMPORT_ORDERS_MAX,
  IMPORT_REFUNDS_MAX,
  type ImportedCustomer,
  type ImportedOrder,
  type ImportedRefund,
} from '@core/contract/imports'
import { type MatchedSale, matchCancellations, restLine } from '@core/domain/imports/orders'
import type { StagedCustomer } from './staging'

/** Bytes of the customers in one call: 100 KB less the rest of the call and a margin. */
const BATCH_BYTES_MAX = 88 * 1024
/** Bytes of one order's lines, so that any order fits in a call. */
const LINES_BYTES_MAX = 64 * 1024
/** Characters of a customer's name. */
const NAME_MAX = 32

/** The customers of one call. */
export type Batch = {
  customers: ImportedCustomer[]
  orders: number
  /** The last customer who is complete after this call and those before. */
  through: string
  /** Its first customer began in the call before, which must be done first. */
  isContinued: boolean
}

/** A customer of the file in the format of `imports.apply`. */
export function toImported({ externalId, invoices }: StagedCustomer): ImportedCustomer {
  const { sales, refunds } = matchCancellations(invoices)
  return {
    externalId,
    name: `客户 ${externalId}`.slice(0, NAME_MAX),
    firstContactAt: invoices.reduce((first, { at }) => Math.min(first, at), Infinity),
    orders: sales.map(orderOf),
    refunds,
  }
}

const orderOf = ({ number, at, paidFen, refundedFen, lines }: MatchedSale): ImportedOrder => ({
  number,
  paidAt: at,
  paidFen,
  refundedFen,
  lines: linesWithinLimit(
    lines.map((line) => [line.code, line.title, line.unitFen, line.quantity, line.amountFen]),
  ),
})

/** The first lines, as many as one call may bring, and one line for all the others. */
function linesWithinLimit(lines: ImportedOrder['lines']): ImportedOrder['lines'] {
  let bytes = 0
  const beyond = lines.findIndex((line, at) => {
    bytes += bytesOf(line)
    return at >= IMPORT_LINES_MAX - 1 || bytes > LINES_BYTES_MAX
  })
  return beyond === -1 ? lines : [...lines.slice(0, beyond), restLine(lines.slice(beyond))]
}

/** Bytes in the body of a call, with the comma after it. */
const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value)) + 1

/**
 * Packs customers into calls. Only one who does not fit in a call alone spans several: their calls
 * have to be made one after the other, all others can be made side by side.
 */
export function* batchesOf(customers: Iterable<ImportedCustomer>): Generator<Batch> {
  const filling = new BatchBuilder()
  for (const customer of customers) {
    yield* filling.open(customer)
    for (const order of customer.orders) yield* filling.add('orders', order)
    for (const refund of customer.refunds) yield* filling.add('refunds', refund)
    filling.through = customer.externalId
  }
  yield* filling.flush()
}

/** The call that is being filled. */
class BatchBuilder {
  through = ''
  private customers: ImportedCustomer[] = []
  private header: ImportedCustomer | null = null
  private bytes = 0
  private orders = 0
  private refunds = 0
  private isContinued = false

  private push(header: ImportedCustomer, bytes: number): void {
    this.customers.push({ ...header, orders: [], refunds: [] })
    this.bytes += bytes
  }

  /** Starts a customer, in the next call when this one has no room for all of them. */
  *open(customer: ImportedCustomer): Generator<Batch> {
    this.header = { ...customer, orders: [], refunds: [] }
    if (!this.hasRoomFor(customer)) yield* this.flush()
    this.push(this.header, bytesOf(this.header))
  }

  private hasRoomFor(customer: ImportedCustomer): boolean {
    return (
      this.customers.length < IMPORT_CUSTOMERS_MAX &&
      this.orders + customer.orders.length <= IMPORT_ORDERS_MAX &&
      this.refunds + customer.refunds.length <= IMPORT_REFUNDS_MAX &&
      this.bytes + bytesOf(customer) <= BATCH_BYTES_MAX
    )
  }

  /** Adds to the customer opened last. */
  *add<K extends 'orders' | 'refunds'>(
    kind: K,
    item: K extends 'orders' ? ImportedOrder : ImportedRefund,
  ): Generator<Batch> {
    const bytes = bytesOf(item)
    const isFull = this.orders >= IMPORT_ORDERS_MAX || this.refunds >= IMPORT_REFUNDS_MAX
    if (isFull || this.bytes + bytes > BATCH_BYTES_MAX) {
      yield* this.flush()
      if (this.header) this.push(this.header, bytesOf(this.header))
      this.isContinued = true
    }
    const customer = this.customers.at(-1)
    if (!customer) throw new Error('open a customer before adding to it')
    const items: unknown[] = customer[kind]
    items.push(item)
    this.bytes += bytes
    if (kind === 'orders') this.orders += 1
    else this.refunds += 1
  }

  *flush(): Generator<Batch> {
    if (this.customers.length === 0) return
    const { customers, orders, through, isContinued } = this
    yield { customers, orders, through, isContinued }
    this.customers = []
    this.isContinued = false
    this.bytes = 0
    this.orders = 0
    this.refunds = 0
  }
}
