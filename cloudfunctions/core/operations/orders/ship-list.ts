import type { ListedOutcome, ShipError, ShippingListInput } from '@core/contract/shipping'
import { describeError } from '@core/data/failures'
import type { OrderDocument } from '@core/data/orders/documents'
import { ordersById, toOrder } from '@core/data/orders/orders'
import { ordersByNumber } from '@core/data/orders/tracking-numbers'
import { ok, type Result } from '@core/kernel/result'
import { displayName } from '@core/operations/members/views'
import type { Context } from '../context'
import { hasParcel, leftToShip, shipError, shipParcel } from './ship-order'

type Parcel = ShippingListInput['parcels'][number]
type Outcomes = Promise<Result<{ outcomes: ListedOutcome[] }, never>>

/** Says what would become of each parcel of a list; changes nothing. */
export async function checkList(ctx: Context, { parcels }: ShippingListInput): Outcomes {
  const list = await readList(ctx, parcels)
  return ok({ outcomes: parcels.map((parcel) => list.outcomeOf(parcel)) })
}

/**
 * Ships the parcels of a list one after the other, each by itself: what was shipped stays so. Those
 * that were shipped before are not shipped again, so the same list may be sent as often as needed.
 */
export async function shipList(ctx: Context, { parcels }: ShippingListInput): Outcomes {
  const list = await readList(ctx, parcels)
  const outcomes: ListedOutcome[] = []
  for (const parcel of parcels) {
    const expected = list.outcomeOf(parcel)
    outcomes.push(expected.outcome === 'READY' ? await ship(ctx, parcel, expected) : expected)
  }
  return ok({ outcomes })
}

type Ready = Extract<ListedOutcome, { outcome: 'READY' | 'SHIPPED' | 'SHIPPED_BEFORE' }>

/** One that fails does not keep the others from being shipped. */
async function ship(ctx: Context, parcel: Parcel, ready: Ready): Promise<ListedOutcome> {
  const { orderId } = parcel
  try {
    const sent = await shipParcel(ctx, parcel)
    return sent.ok ? { ...ready, outcome: 'SHIPPED' } : refused(orderId, sent.error)
  } catch (error) {
    ctx.log.error('listed-parcel-failed', { orderId, reason: describeError(error) })
    return { orderId, outcome: 'REFUSED', error: { code: 'FAILED' } }
  }
}

const refused = (orderId: string, error: ShipError): ListedOutcome => ({
  orderId,
  outcome: 'REFUSED',
  error,
})

/** What the list speaks of, read side by side. */
async function readList(ctx: Context, parcels: readonly Parcel[]) {
  const [orders, used] = await Promise.all([
    ordersById(ctx.db, [...new Set(parcels.map(({ orderId }) => orderId))]),
    ordersByNumber(
      ctx.db,
      parcels.map(({ trackingNumber }) => trackingNumber),
    ),
  ])
  const memberIds = [...new Set(orders.map(({ memberId }) => memberId))]
  const members = await ctx.db.getMany('members', memberIds)
  const nameOf = new Map(members.map((member) => [member._id, displayName(member)]))
  const orderOf = new Map(orders.map((order) => [order._id, order]))
  return {
    outcomeOf: (parcel: Parcel): ListedOutcome => {
      const order = orderOf.get(parcel.orderId)
      const owner = used.get(parcel.trackingNumber)
      return outcome(parcel, { order, owner, memberName: nameOf.get(order?.memberId ?? '') ?? '' })
    },
  }
}

type Facts = { order: OrderDocument | undefined; owner: string | undefined; memberName: string }

function outcome({ orderId, trackingNumber }: Parcel, facts: Facts): ListedOutcome {
  const { order: document, owner, memberName } = facts
  if (!document) return refused(orderId, { code: 'NOT_FOUND' })
  const order = toOrder(document)
  const left = leftToShip(order)
  const pieces = left.reduce((all, { quantity }) => all + quantity, 0)
  if (hasParcel(order, trackingNumber)) {
    return { orderId, outcome: 'SHIPPED_BEFORE', memberName, pieces }
  }
  if (owner !== undefined && owner !== orderId) {
    return refused(orderId, { code: 'NUMBER_USED', orderId: owner })
  }
  const error = shipError(order, {})
  return error ? refused(orderId, error) : { orderId, outcome: 'READY', memberName, pieces }
}
