import type { ImportCounts } from '@core/contract/imports'
import { type Batch, batchesOf, toImported } from './batches'
import type { ImportPosition } from './checkpoint'
import type { Shop } from './shop'
import type { Staging } from './staging'

/** Parallel calls: enough to keep the functions busy while the next one is built. */
const CONCURRENT_CALLS = 3

/** What to send, where to, from which position, and a callback for positions reached. */
export type SendRequest = {
  staging: Staging
  shop: Shop
  source: string
  from: ImportPosition
  onPosition: (reached: ImportPosition) => void
}

const COUNTS = ['customersAdded', 'ordersAdded', 'ordersUpdated', 'refundsAdded'] as const

/** Sends every customer after `from`; returns the counts of what was new to the shop. */
export async function sendCustomers(request: SendRequest): Promise<ImportCounts> {
  const { staging, shop, source, from } = request
  const counts = { customersAdded: 0, ordersAdded: 0, ordersUpdated: 0, refundsAdded: 0 }
  const batches = batchesOf(importedCustomers(staging, from.through))
  const order = new CompletedPrefix(from, request.onPosition)
  let hasFailed = false
  let last: Promise<void> | undefined
  const lane = async () => {
    for (let next = batches.next(); !next.done && !hasFailed; next = batches.next()) {
      const { customers, isContinued } = next.value
      const before = isContinued ? last : undefined
      const isDone = order.begin(next.value)
      last = (async () => {
        await before
        const added = await shop.call('imports.apply', { source, customers })
        for (const name of COUNTS) counts[name] += added[name]
        isDone()
      })()
      await last
    }
  }
  // All lanes have stopped when this rejects: what they write to may be closed then.
  const ends = await Promise.allSettled(
    Array.from({ length: CONCURRENT_CALLS }, () =>
      lane().catch((error: unknown) => {
        hasFailed = true
        throw error
      }),
    ),
  )
  const failure = ends.find((end) => end.status === 'rejected')
  if (failure) throw failure.reason
  return counts
}

function* importedCustomers(staging: Staging, after: string) {
  for (const customer of staging.customers(after)) yield toImported(customer)
}

/** Calls end in any order; the position is the end of those done without a gap. */
class CompletedPrefix {
  private readonly open: { batch: Batch; isDone: boolean }[] = []

  constructor(
    private reached: ImportPosition,
    private readonly onReached: (reached: ImportPosition) => void,
  ) {}

  /** Starts a batch; call the returned function when it is done. */
  begin(batch: Batch): () => void {
    const one = { batch, isDone: false }
    this.open.push(one)
    return () => {
      one.isDone = true
      this.settle()
    }
  }

  private settle(): void {
    const before = this.reached
    while (this.open[0]?.isDone) {
      const { through, orders } = (this.open.shift() as { batch: Batch }).batch
      this.reached = { through, orders: this.reached.orders + orders }
    }
    if (this.reached !== before) this.onReached(this.reached)
  }
}
