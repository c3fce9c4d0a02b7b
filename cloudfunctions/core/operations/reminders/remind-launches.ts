import { putOff, removeWaiting } from '@core/data/reminders/reminders'
import { skusOf } from '@core/data/stock/skus'
import { memberTier } from '@core/data/tiers/member-section'
import { saleState } from '@core/domain/catalog/product'
import { notificationTime } from '@core/domain/notifications/notification'
import { LAUNCH_LEAD_MS } from '@core/domain/reminders/reminder'
import { HOUR_MS } from '@core/kernel/calendar'
import type { Context } from '@core/operations/context'
import { eachDue } from '@core/operations/each-due'
import { tellMember } from './tell-member'

/** How long after a launch a message about it is of use. */
const USEFUL_MS = 2 * HOUR_MS

const LAUNCH_DUE = { duty: 'remindLaunch', collection: 'reminders', path: 'dueAt' } as const

/**
 * Tells customers of a sale that begins within minutes, each once. Where the launch was moved, or
 * their tier no longer lets them buy first, they wait on. A product that is off sale or sold out by
 * then ends it: there is nothing to come for.
 */
export async function remindLaunches(
  ctx: Context,
): Promise<{ launchesTold: number; failed: number }> {
  let launchesTold = 0
  const failed = await eachDue(ctx, LAUNCH_DUE, async (id) => {
    if (await remindLaunch(ctx, id)) launchesTold += 1
  })
  return { launchesTold, failed }
}

async function remindLaunch(ctx: Context, id: string): Promise<boolean> {
  const reminder = await ctx.db.get('reminders', id)
  if (reminder?.state !== 'waiting') return false
  const { memberId, productId } = reminder
  const [product, member, skus] = await Promise.all([
    ctx.db.get('products', productId),
    ctx.db.get('members', memberId),
    skusOf(ctx.db, [productId]),
  ])
  const sale = product && saleState(product, { tier: memberTier(member), now: ctx.now })
  const canBeHad = skus.some(({ isOnSale, available }) => isOnSale && available > 0)
  if (!sale || sale.state === 'GONE' || !canBeHad) {
    await removeWaiting(ctx.db, id)
    return false
  }
  const from = sale.state === 'NOT_YET' ? sale.from : ctx.now
  if (from - LAUNCH_LEAD_MS > ctx.now) {
    await putOff(ctx.db, id, from - LAUNCH_LEAD_MS)
    return false
  }
  return tellMember(ctx, reminder, ({ title }) => ({
    template: 'launch',
    fields: { product: title, at: notificationTime(from) },
    until: from + USEFUL_MS,
  }))
}
