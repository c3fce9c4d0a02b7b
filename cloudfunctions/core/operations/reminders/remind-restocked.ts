import { waitingForSku } from '@core/data/reminders/reminders'
import { clearAwaited, type SkuBack, skusBack } from '@core/data/stock/awaited'
import { notificationTime } from '@core/domain/notifications/notification'
import { waveOf } from '@core/domain/reminders/reminder'
import { HOUR_MS } from '@core/kernel/calendar'
import type { Context } from '@core/operations/context'
import { isolate } from '@core/operations/isolate'
import { tellMember } from './tell-member'

/** How long a message about stock is of use: what is waited for sells quickly. */
const USEFUL_MS = 2 * HOUR_MS
/** How long one run tells customers; all duties together stay below the function's 60 s. */
const WORK_MS = 5_000

/**
 * Tells those who wait for a SKU that it can be had again, each once, the longest waiting first.
 * It goes by the stock as it is now: what has sold out again by then is not told of, and its
 * customers wait on. A few pieces are told to a few at a time; the next run tells the next.
 */
export async function remindRestocked(
  ctx: Context,
): Promise<{ restocksTold: number; failed: number }> {
  const end = ctx.elapsedMs() + WORK_MS
  const isOver = () => ctx.elapsedMs() > end
  const back = await skusBack(ctx.db, ctx.now)
  const skus = new Map(back.map((sku) => [sku._id, sku]))
  let restocksTold = 0
  const duty = { duty: 'remindRestocked', collection: 'skus', isOver } as const
  const failed = await isolate(ctx, { ...duty, ids: [...skus.keys()] }, async (id) => {
    const sku = skus.get(id)
    if (sku) restocksTold += await tellWave(ctx, sku, isOver)
  })
  return { restocksTold, failed }
}

async function tellWave(ctx: Context, sku: SkuBack, isOver: () => boolean): Promise<number> {
  const most = waveOf(sku.available)
  const waiting = await waitingForSku(ctx.db, sku._id, most + 1)
  let count = 0
  for (const reminder of waiting.slice(0, most)) {
    if (isOver()) return count
    const isTold = await tellMember(ctx, reminder, ({ title, spec }) => ({
      template: 'restock',
      fields: { product: `${title}${spec && ` ${spec}`}`, at: notificationTime(ctx.now) },
      until: ctx.now + USEFUL_MS,
    }))
    if (isTold) count += 1
  }
  if (waiting.length <= most) await clearAwaited(ctx.db, sku)
  return count
}
