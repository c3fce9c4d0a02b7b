import type { ImportedCustomer } from '@core/contract/imports'
import { type Batch, batchesOf, toImported } from './batches'
import { IMPORT_START, type ImportPosition } from './checkpoint'
import type { StagedCustomer } from './staging'

/** Parallel calls: enough to keep the functions busy while the next one is built. */
const CONCURRENT_CALLS = 3

/** What to send, how, from which position, and a callback for positions reached. */
export type SendRequest = {
  customers: Iterable<StagedCustomer>
  send: (customers: ImportedCustomer[]) => Promise<void>
  from?: ImportPosition
  onPosition: (reached: ImportPosition) => void
}

/** Sends customers, those who come after `from` in the order of their numbers. */
export async function sendCustomers(request: SendRequest): Promise<void> {
  const { from = IMPORT_START } = request
  const batches = batchesOf(imported(request.customers))
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
        await request.send(customers)
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
}

function* imported(customers: Iterable<StagedCustomer>) {
  for (const customer of customers) yield toImported(customer)
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
