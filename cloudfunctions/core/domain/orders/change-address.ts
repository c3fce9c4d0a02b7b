import { type FreightTable, freightFor, zoneOf } from '@core/domain/freight/freight-table'
import { isFreeTo, type Promotion } from '@core/domain/promotions/promotion'
import type { Fen } from '@core/kernel/money'
import type { Order, OrderState } from './order'

const CHANGEABLE_STATES: readonly OrderState[] = ['awaitingPayment', 'paid']

/** Whether an order may still go elsewhere: nothing of it is sent, and no refund is undecided. */
export const canChangeAddress = (state: OrderState): boolean => CHANGEABLE_STATES.includes(state)

/** Why an order cannot go to another province. */
export type MoveRefusal =
  | { code: 'NO_DELIVERY'; province: string }
  | { code: 'FREIGHT_DIFFERS'; moreFen: Fen }

type Move = {
  freight: FreightTable
  promotions: readonly Promotion[]
  /** Where it was to go; `null` when that is unreadable. */
  from: string | null
  to: string
  /** What its goods weigh today. */
  grams: number
}

/**
 * What speaks against sending an order to another province. What was paid does not change with the
 * address: it may go anywhere in its own zone, and to another zone where sending it costs the same.
 * Freight that a promotion made free stays free where that promotion, as it is now, applies.
 */
export function moveRefusal(
  order: Order,
  { freight, promotions, from, to, grams }: Move,
): MoveRefusal | null {
  const zone = zoneOf(freight, to)
  if (!zone?.isServed) return { code: 'NO_DELIVERY', province: to }
  if (from !== null && zoneOf(freight, from) === zone) return null
  const { adjustments, freightFen } = order.quote
  const goods = order.lines.filter(({ kind }) => kind === 'goods')
  const goodsFen = goods.reduce((sum, line) => sum + line.unitFen * line.quantity, 0)
  const freed = adjustments.find((one) => one.code === 'FREE_FREIGHT')?.sourceId
  const isFreed = promotions.some((one) => one.id === freed && isFreeTo(one, to))
  const isFree = isFreed || (zone.freeFromFen !== null && goodsFen >= zone.freeFromFen)
  const moreFen = (isFree ? 0 : freightFor(zone, grams)) - freightFen
  return moreFen === 0 ? null : { code: 'FREIGHT_DIFFERS', moreFen }
}
