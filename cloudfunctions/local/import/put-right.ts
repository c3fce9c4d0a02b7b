import { IMPORT_REMOVED_MAX, type ImportCounts } from '@core/contract/imports'
import { type Day, dayOf } from '@core/kernel/calendar'
import type { Comparison } from './comparison'
import type { Progress } from './progress'
import { review } from './review'
import { sendCustomers } from './send'
import type { Shop } from './shop'

/** Which import, and where. */
export type NamedImport = { shop: Shop; source: string; name: string; progress: Progress }

/** What was taken back; `held`: orders that stay, since the shop has handled an after-sale. */
export type TakenBack = { orders: number; refunds: number; customers: number; held: number }

/** What putting an import right did. */
export type PutRight = ImportCounts & {
  ordersReplaced: number
  refundsReplaced: number
  removed: TakenBack
}

const COUNTS = [
  ...(['customersAdded', 'ordersAdded', 'ordersUpdated', 'refundsAdded'] as const),
  ...(['ordersReplaced', 'refundsReplaced'] as const),
]

/**
 * Makes the shop as the file has it: adds what is lacking, replaces what differs, takes back what
 * this import brought and the file has no more. An interrupted one begins anew with what is left.
 */
export async function replaceDiffering(
  comparison: Comparison,
  one: NamedImport,
): Promise<PutRight> {
  const { shop, source, name, progress } = one
  const counts = {
    customersAdded: 0,
    ordersAdded: 0,
    ordersUpdated: 0,
    refundsAdded: 0,
    ordersReplaced: 0,
    refundsReplaced: 0,
  }
  const held = new Set<string>()
  const { differing, onlyInFile } = comparison.differences
  progress.begin('按文件改正', Math.max(1, differing + onlyInFile))
  await sendCustomers({
    customers: comparison.differingCustomers(),
    send: async (customers) => {
      const done = await shop.call('imports.replace', { source, name, customers })
      for (const count of COUNTS) counts[count] += done[count]
      for (const id of done.held) held.add(id)
    },
    onPosition: ({ orders }) => progress.reach(Math.min(differing + onlyInFile, orders)),
  })
  const removed = { orders: 0, refunds: 0, customers: 0, held: held.size }
  for (const kind of ['orders', 'refunds'] as const) {
    for (const ids of comparison.onlyInShop(kind, IMPORT_REMOVED_MAX)) {
      await remove(one, { [kind]: ids }, removed)
    }
  }
  removed.customers = await prune(one)
  return { ...counts, removed }
}

/**
 * Takes back what an import brought: its orders and cancellations, then the customers whom nothing
 * else is known of; those who stay are reviewed as of `asOf`, or of their latest order. Nothing
 * without the import's name is touched. An interrupted one goes on with what is left.
 */
export async function undoImport(one: NamedImport, asOf: Day | null): Promise<TakenBack> {
  const { shop, source, name, progress } = one
  const removed = { orders: 0, refunds: 0, customers: 0, held: 0 }
  const { orders, refunds } = await shop.call('imports.summary', { source })
  progress.begin('撤回导入', Math.max(1, orders + refunds))
  let seen = 0
  let latest = 0
  for (const kind of ['orders', 'refunds'] as const) {
    for (let after: string | undefined; ; ) {
      const { items, next } = await shop.call('imports.stored', { source, kind, after })
      const own = items.filter((item) => item.name === name)
      for (const ids of listsOf(
        own.map(({ id }) => id),
        IMPORT_REMOVED_MAX,
      )) {
        await remove(one, { [kind]: ids }, removed)
      }
      latest = items.reduce((at, item) => (item.name === name ? at : Math.max(at, item.at)), latest)
      seen += items.length
      progress.reach(Math.min(orders + refunds, seen))
      if (next === null) break
      after = next
    }
  }
  removed.customers = await prune(one)
  const day = asOf ?? (latest > 0 ? dayOf(latest) : null)
  if (day !== null) await review(shop, { source, asOf: day }, progress)
  return removed
}

async function remove(
  { shop, source, name }: NamedImport,
  { orders = [], refunds = [] }: { orders?: string[]; refunds?: string[] },
  removed: TakenBack,
): Promise<void> {
  const done = await shop.call('imports.remove', { source, name, orders, refunds })
  removed.orders += done.orders
  removed.refunds += done.refunds
  removed.held += done.held.length
}

async function prune({ shop, source }: NamedImport): Promise<number> {
  let removed = 0
  for (let after: string | undefined; ; ) {
    const page = await shop.call('imports.prune', { source, after })
    removed += page.removed
    if (page.next === null) return removed
    after = page.next
  }
}

const listsOf = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, at) =>
    items.slice(at * size, (at + 1) * size),
  )
