import type { Transaction } from '@core/data/transaction'
import type { OrderUses } from '@core/domain/orders/order'
import { COUNTED_PURCHASES_MAX } from '@core/kernel/limits'
import { own, setOwn } from '@core/kernel/own'
import type { PurchaseCountersDocument } from './documents'

type Limited = Pick<OrderUses, 'products' | 'promotions'>

/** Whether an order uses anything that is limited per member. */
export const hasLimits = ({ products, promotions }: Limited): boolean =>
  Object.keys(products).length > 0 || Object.keys(promotions).length > 0

/**
 * The counters with those of an order added (`sign` 1) or subtracted (-1), never below 0; the
 * latest ones, if there are too many to store.
 */
export function countedPurchases(before: Limited, uses: Limited, sign: 1 | -1): Limited {
  const sum = (a: Record<string, number>, b: Record<string, number>) => {
    const all = { ...a }
    for (const [id, n] of Object.entries(b)) {
      setOwn(all, id, Math.max(0, (own(all, id) ?? 0) + sign * n))
    }
    const counted = Object.entries(all).filter(([, n]) => n > 0)
    return Object.fromEntries(counted.slice(-COUNTED_PURCHASES_MAX))
  }
  return {
    products: sum(before.products, uses.products),
    promotions: sum(before.promotions, uses.promotions),
  }
}

/** Adds an order to its member's counters, or subtracts it; writes nothing without limits. */
export async function countPurchases(
  transaction: Transaction,
  memberId: string,
  { uses, sign }: { uses: Limited; sign: 1 | -1 },
): Promise<void> {
  if (!hasLimits(uses)) return
  const before: PurchaseCountersDocument = (await transaction.get('tallies', memberId)) ?? {
    _id: memberId,
    products: {},
    promotions: {},
    version: 0,
  }
  const after = countedPurchases(before, uses, sign)
  await transaction.put('tallies', { ...before, ...after, version: before.version + 1 })
}
