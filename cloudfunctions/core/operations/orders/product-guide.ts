import { notificationMessage } from '@core/data/notifications/outbox'
import type { OrderDocument } from '@core/data/orders/documents'
import type { OutboxEntry } from '@core/data/outbox/outbox'
import type { Context } from '@core/operations/context'

/**
 * The notification with the usage guide of the first product of an order that has one; `null` when
 * none has.
 */
export async function productGuideMessage(
  ctx: Context,
  { _id: cause, memberId, lines }: OrderDocument,
): Promise<OutboxEntry | null> {
  const ids = lines.filter((line) => line.kind === 'goods').map((line) => line.productId)
  const products = await ctx.db.getMany('products', [...new Set(ids.filter(Boolean))], {
    fields: ['_id', 'title', 'guide'],
  })
  const first = ids.map((id) => products.find(({ _id }) => _id === id)).find(hasGuide)
  if (!first) return null
  const page = `pages/catalog/detail/index?id=${first._id}`
  const fields = { product: first.title, guide: first.guide[0] ?? '' }
  return notificationMessage({ template: 'guide', memberId, cause, page, fields })
}

const hasGuide = (product: { guide: string[] } | undefined): boolean =>
  product !== undefined && product.guide.length > 0
