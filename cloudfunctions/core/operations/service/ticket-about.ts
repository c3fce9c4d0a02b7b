import type { OrderDocument } from '@core/data/orders/documents'
import type { TicketAbout } from '@core/domain/service/ticket'
import { assertNever } from '@core/kernel/result'
import type { OpenTicketInput } from '../../contract/service'
import type { Context } from '../context'

type Asked = NonNullable<OpenTicketInput['about']>

/**
 * The subject of a new ticket with its current title. `null` when it does not exist or is not the
 * caller's; the two are not distinguished, so that ids cannot be probed.
 */
export async function findAbout(
  ctx: Context,
  { kind, id }: Asked,
  memberId: string,
): Promise<TicketAbout | null> {
  switch (kind) {
    case 'product': {
      const product = await ctx.db.get('products', id)
      return product ? { kind, id, title: product.title } : null
    }
    case 'order':
      return ordered({ kind, id }, await ctx.db.get('orders', id), memberId)
    case 'afterSale': {
      const afterSale = await ctx.db.get('afterSales', id)
      const order = afterSale && (await ctx.db.get('orders', afterSale.orderId))
      return ordered({ kind, id }, order, memberId)
    }
    default:
      return assertNever(kind)
  }
}

function ordered(asked: Asked, order: OrderDocument | null, memberId: string): TicketAbout | null {
  if (order?.memberId !== memberId) return null
  const title = order.lines[0]?.title ?? ''
  const count = order.lines.length
  return { ...asked, title: count > 1 ? `${title}等 ${count} 种` : title }
}
