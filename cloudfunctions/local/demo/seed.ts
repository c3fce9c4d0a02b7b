import { addDays, type Day, dayOf, type Instant, MINUTE_MS, startOf } from '@core/kernel/calendar'
import { sideBySide } from '@core/kernel/concurrency'
import type { Desk } from '../desk'
import { DeskError } from '../desk-error'
import { takeStep } from './act'
import { askBack, reviewDays } from './afterwards'
import { askAdmin } from './call'
import { categories, comingProduct, products, tags } from './catalogue'
import { homeContent } from './home-content'
import { lives } from './lives'
import { claimOffers, putUpOffers } from './offers'
import { chanceOf } from './random'
import { fillFaq, type Happening, serviceDays } from './service'
import { tellStory } from './story'

/** How far back the demo shop opened: about fourteen months. */
const OPENED_DAYS_AGO = 420
/** People who are in the shop at once: as many as there are warm workers and a bit. */
const AT_ONCE = 4
/** How long before the present the last order of the story is placed. */
const JUST_NOW_MINUTES = 6
/** The minutes of a day between which its moment lies: half past nine, and half past ten. */
const OPEN_MINUTES = { from: 570, to: 1_350 } as const

/** Where the demo shop takes things back. */
const RETURN_ADDRESS = '山野小铺，浙江省杭州市西湖区龙井路 18 号，售后收'

/** How far the seed has come: `done` of `total` days. */
export type SeedProgress = (done: number, total: number) => void

/** Where the desk's clock must stand before the demo shop opens: its `clock.start`. */
export const demoStart = (now: Instant): Instant =>
  startOf(addDays(dayOf(now), -OPENED_DAYS_AGO - 1))

/**
 * Opens the demo shop on an empty desk and lets its customers live up to the present, by the
 * operations that phones call, with the desk's clock going along and its nights falling. The
 * desk's clock must stand at `demoStart` or earlier; a refused operation rejects.
 */
export const seedDemo = async (
  desk: Desk,
  progress: SeedProgress = () => undefined,
  now: () => Instant = Date.now,
): Promise<void> => {
  const today = dayOf(now())
  const opening = startOf(addDays(today, -OPENED_DAYS_AGO)) + OPEN_MINUTES.from * MINUTE_MS
  if (desk.clock.now() > opening) {
    throw new DeskError('The demo shop opens in the past: start the desk with demoStart().')
  }
  await desk.clock.set(opening)
  await stockShop(desk)
  for (const [daysAgo, happenings] of byDay([...storyDays(), ...serviceDays(), ...reviewDays()])) {
    await desk.clock.set(momentOf(daysAgo, today, now))
    await sideBySide(happenings, AT_ONCE, ({ happen }) => happen(desk))
    progress(OPENED_DAYS_AGO - daysAgo, OPENED_DAYS_AGO)
  }
  await desk.clock.set(now())
  await askAdmin(desk, 'products.save', comingProduct(today))
  await putUpOffers(desk)
  await claimOffers(desk)
  await askBack(desk)
  await askAdmin(desk, 'afterSales.saveReturnAddress', { address: RETURN_ADDRESS })
  progress(OPENED_DAYS_AGO, OPENED_DAYS_AGO)
}

/** Puts the demo shop's shelves, tags, products and home page on a desk without any. */
export const stockShop = async (desk: Desk): Promise<void> => {
  for (const category of categories) await askAdmin(desk, 'categories.save', category)
  for (const tag of tags) await askAdmin(desk, 'tags.save', tag)
  await sideBySide(products, AT_ONCE, (product) => askAdmin(desk, 'products.save', product))
  await askAdmin(desk, 'home.save', homeContent)
  await fillFaq(desk)
}

/** What customers do, and the owner for them. */
const storyDays = (): Happening[] =>
  tellStory(lives, products).map((step) => ({
    daysAgo: step.daysAgo,
    happen: (desk) => takeStep(desk, step),
  }))

/** The days of the demo, oldest first, each with what happens on it. */
const byDay = (all: readonly Happening[]): Map<number, Happening[]> => {
  const days = new Map<number, Happening[]>()
  for (const one of [...all].sort((a, b) => b.daysAgo - a.daysAgo)) {
    days.set(one.daysAgo, [...(days.get(one.daysAgo) ?? []), one])
  }
  return days
}

/** A day is told in one moment: its steps happen side by side. */
const momentOf = (daysAgo: number, today: Day, now: () => Instant): Instant => {
  if (daysAgo === 0) return now() - JUST_NOW_MINUTES * MINUTE_MS
  const minute = chanceOf(`day ${daysAgo}`).between(OPEN_MINUTES.from, OPEN_MINUTES.to)
  return startOf(addDays(today, -daysAgo)) + minute * MINUTE_MS
}
