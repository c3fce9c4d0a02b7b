import { addDays, type Day, dayOf, type Instant, MINUTE_MS, startOf } from '@core/kernel/calendar'
import { mapWithConcurrency } from '@core/kernel/concurrency'
import type { Devcloud } from '@local/devcloud-types'
import { DevcloudError } from '../devcloud-error'
import { requestRefunds, reviewEvents } from './after-purchase'
import { callAdmin } from './call'
import { categories, products, tags, upcomingProduct } from './catalog'
import { customers } from './customers'
import { homeContent } from './home-content'
import { claimCoupons, saveOffers } from './offers'
import { performStep } from './perform-step'
import { seededRandom } from './random'
import { type DemoEvent, saveFaq, serviceEvents } from './service'
import { buildStory } from './story'

/** How far back the demo shop opened: about fourteen months. */
const OPENED_DAYS_AGO = 420
/** Parallel calls: slightly more than there are warm workers. */
const CONCURRENT_CALLS = 4
/** Nobody edits the console while the months pass: timers that rest need not be woken to say so. */
const JUMP = { sparesResting: true } as const
/** How long before the present the last order of the story is placed. */
const JUST_NOW_MINUTES = 6
/** The minutes of a day between which its events run: 9:30 to 22:30. */
const OPEN_MINUTES = { from: 570, to: 1_350 } as const

/** The return address of the demo shop. */
const RETURN_ADDRESS = '山野小铺，浙江省杭州市西湖区龙井路 18 号，售后收'

/** Receives the progress: `done` of `total` days. */
export type SeedProgress = (done: number, total: number) => void

/** The latest start of the local cloud's clock before the demo shop opens: its `clock.start`. */
export const demoStart = (now: Instant): Instant =>
  startOf(addDays(dayOf(now), -OPENED_DAYS_AGO - 1))

/**
 * Opens the demo shop in an empty local cloud and replays its customers' history up to the present,
 * by the operations that phones call, moving the clock and firing its timers. The clock must be at
 * `demoStart` or earlier; a refused operation rejects.
 */
export const seedDemo = async (
  devcloud: Devcloud,
  progress: SeedProgress = () => undefined,
  now: () => Instant = Date.now,
): Promise<void> => {
  const today = dayOf(now())
  const opening = startOf(addDays(today, -OPENED_DAYS_AGO)) + OPEN_MINUTES.from * MINUTE_MS
  if (devcloud.clock.now() > opening) {
    throw new DevcloudError(
      'The demo shop opens in the past: start the local cloud with demoStart().',
    )
  }
  await devcloud.clock.set(opening, JUMP)
  await fillCatalog(devcloud)
  for (const [daysAgo, events] of byDay([
    ...storyEvents(),
    ...serviceEvents(),
    ...reviewEvents(),
  ])) {
    await devcloud.clock.set(momentOf(daysAgo, today, now), JUMP)
    await mapWithConcurrency(events, CONCURRENT_CALLS, ({ run }) => run(devcloud))
    progress(OPENED_DAYS_AGO - daysAgo, OPENED_DAYS_AGO)
  }
  await devcloud.clock.set(now(), JUMP)
  await callAdmin(devcloud, 'products.save', upcomingProduct(today))
  await saveOffers(devcloud)
  await claimCoupons(devcloud)
  await requestRefunds(devcloud)
  await callAdmin(devcloud, 'afterSales.saveReturnAddress', { address: RETURN_ADDRESS })
  progress(OPENED_DAYS_AGO, OPENED_DAYS_AGO)
}

/** Saves the demo shop's categories, tags, products, home page and FAQ in an empty local cloud. */
export const fillCatalog = async (devcloud: Devcloud): Promise<void> => {
  for (const category of categories) await callAdmin(devcloud, 'categories.save', category)
  for (const tag of tags) await callAdmin(devcloud, 'tags.save', tag)
  await mapWithConcurrency(products, CONCURRENT_CALLS, (product) =>
    callAdmin(devcloud, 'products.save', product),
  )
  await callAdmin(devcloud, 'home.save', homeContent)
  await saveFaq(devcloud)
}

/** The story's steps: what customers do, and the owner for their orders. */
const storyEvents = (): DemoEvent[] =>
  buildStory(customers, products).map((step) => ({
    daysAgo: step.daysAgo,
    run: (devcloud) => performStep(devcloud, step),
  }))

/** The events by day, oldest day first. */
const byDay = (all: readonly DemoEvent[]): Map<number, DemoEvent[]> => {
  const days = new Map<number, DemoEvent[]>()
  for (const one of [...all].sort((a, b) => b.daysAgo - a.daysAgo)) {
    days.set(one.daysAgo, [...(days.get(one.daysAgo) ?? []), one])
  }
  return days
}

/** The time of a day's events: they all run at one moment, in parallel. */
const momentOf = (daysAgo: number, today: Day, now: () => Instant): Instant => {
  if (daysAgo === 0) return now() - JUST_NOW_MINUTES * MINUTE_MS
  const minute = seededRandom(`day ${daysAgo}`).between(OPEN_MINUTES.from, OPEN_MINUTES.to)
  return startOf(addDays(today, -daysAgo)) + minute * MINUTE_MS
}
