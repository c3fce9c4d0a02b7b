import { addDays, type Day, dayOf, type Instant, MINUTE_MS, startOf } from '@core/kernel/calendar'
import { mapWithConcurrency } from '@core/kernel/concurrency'
import type { Devcloud } from '../devcloud'
import { DevcloudError } from '../devcloud-error'
import { performStep } from './perform-step'
import { requestRefunds, reviewEvents } from './after-purchase'
import { callAdmin } from './call'
import { categories, comingProduct, products, tags } from './catalog'
import { homeContent } from './home-content'
import { customers } from './customers'
import { claimCoupons, saveOffers } from './offers'
import { seededRandom } from './random'
import { saveFaq, type DemoEvent, serviceEvents } from './service'
import { buildStory } from './story'

/** How far back the demo shop opened: about fourteen months. */
const OPENED_DAYS_AGO = 420
/** People who are in the shop at once: as many as there are warm workers and a bit. */
const CONCURRENT_CALLS = 4
/** How long before the present the last order of the story is placed. */
const JUST_NOW_MINUTES = 6
/** The minutes of a day between which its moment lies: half past nine, and half past ten. */
const OPEN_MINUTES = { from: 570, to: 1_350 } as const

/** Where the demo shop takes things back. */
const RETURN_ADDRESS = '山野小铺，浙江省杭州市西湖区龙井路 18 号，售后收'

/** How far the seed has come: `done` of `total` days. */
export type SeedProgress = (done: number, total: number) => void

/** Where the devcloud's clock must stand before the demo shop opens: its `clock.start`. */
export const demoStart = (now: Instant): Instant =>
  startOf(addDays(dayOf(now), -OPENED_DAYS_AGO - 1))

/**
 * Opens the demo shop on an empty devcloud and lets its customers live up to the present, by the
 * operations that phones call, with the devcloud's clock going along and its nights falling. The
 * devcloud's clock must stand at `demoStart` or earlier; a refused operation rejects.
 */
export const seedDemo = async (
  devcloud: Devcloud,
  progress: SeedProgress = () => undefined,
  now: () => Instant = Date.now,
): Promise<void> => {
  const today = dayOf(now())
  const opening = startOf(addDays(today, -OPENED_DAYS_AGO)) + OPEN_MINUTES.from * MINUTE_MS
  if (devcloud.clock.now() > opening) {
    throw new DevcloudError('The demo shop opens in the past: start the devcloud with demoStart().')
  }
  await devcloud.clock.set(opening)
  await fillCatalog(devcloud)
  for (const [daysAgo, happenings] of byDay([...storyEvents(), ...serviceEvents(), ...reviewEvents()])) {
    await devcloud.clock.set(momentOf(daysAgo, today, now))
    await mapWithConcurrency(happenings, CONCURRENT_CALLS, ({ run: happen }) => happen(devcloud))
    progress(OPENED_DAYS_AGO - daysAgo, OPENED_DAYS_AGO)
  }
  await devcloud.clock.set(now())
  await callAdmin(devcloud, 'products.save', comingProduct(today))
  await saveOffers(devcloud)
  await claimCoupons(devcloud)
  await requestRefunds(devcloud)
  await callAdmin(devcloud, 'afterSales.saveReturnAddress', { address: RETURN_ADDRESS })
  progress(OPENED_DAYS_AGO, OPENED_DAYS_AGO)
}

/** Puts the demo shop's shelves, tags, products and home page on a devcloud without any. */
export const fillCatalog = async (devcloud: Devcloud): Promise<void> => {
  for (const category of categories) await callAdmin(devcloud, 'categories.save', category)
  for (const tag of tags) await callAdmin(devcloud, 'tags.save', tag)
  await mapWithConcurrency(products, CONCURRENT_CALLS, (product) =>
    callAdmin(devcloud, 'products.save', product),
  )
  await callAdmin(devcloud, 'home.save', homeContent)
  await saveFaq(devcloud)
}

/** What customers do, and the owner for them. */
const storyEvents = (): DemoEvent[] =>
  buildStory(customers, products).map((step) => ({
    daysAgo: step.daysAgo,
    happen: (devcloud) => performStep(devcloud, step),
  }))

/** The days of the demo, oldest first, each with what happens on it. */
const byDay = (all: readonly DemoEvent[]): Map<number, DemoEvent[]> => {
  const days = new Map<number, DemoEvent[]>()
  for (const one of [...all].sort((a, b) => b.daysAgo - a.daysAgo)) {
    days.set(one.daysAgo, [...(days.get(one.daysAgo) ?? []), one])
  }
  return days
}

/** A day is told in one moment: its steps happen side by side. */
const momentOf = (daysAgo: number, today: Day, now: () => Instant): Instant => {
  if (daysAgo === 0) return now() - JUST_NOW_MINUTES * MINUTE_MS
  const minute = seededRandom(`day ${daysAgo}`).between(OPEN_MINUTES.from, OPEN_MINUTES.to)
  return startOf(addDays(today, -daysAgo)) + minute * MINUTE_MS
}
