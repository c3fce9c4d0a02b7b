import type { Browser } from 'playwright-core'
import { type BUDGETS } from '../../config/budgets'
import { must, OWNER, openEmptyShop, openShop, type TestShop } from '../builders/shop'
import { openPage } from './browser'
import { discountProduct, putUpFirst, putUpWithOptions, startSpendOff } from './selling-walks'
import { STAFF_HOME, shipMany, shipOne } from './shipping-walks'
import { countTaps, type TapWalk } from './taps'

/**
 * The jobs whose taps are counted, each walked in a browser from the staff's home in a shop of its
 * own: by `npm run bench -- taps` and by the tests.
 */

/** A job of the owner, by the name of its budget. */
export type TapJobName = keyof typeof BUDGETS.taps

type TapJob = {
  name: TapJobName
  open(): Promise<TestShop>
  /** What is there before the owner comes. */
  prepare?(shop: TestShop): Promise<void>
  walk(walk: TapWalk, shop: TestShop): Promise<void>
  /** What the shop holds in the end, and what it must be. */
  found(shop: TestShop): Promise<unknown>
  wanted: unknown
}

const product = async (shop: TestShop) => {
  const { items } = must(await shop.admin('products.list', { isOnSale: true }))
  const [{ title, skus, available } = { title: '', skus: 0, available: 0 }] = items.filter(
    ({ id }) => !['tea', 'honey', 'cherry'].includes(id),
  )
  return { title, skus, available }
}

const running = async (shop: TestShop) => {
  const { items } = must(await shop.admin('promotions.list', { state: 'RUNNING' }))
  return items.map(({ promotion }) =>
    promotion.kind === 'timePrice'
      ? promotion.prices.map(({ priceFen }) => priceFen)
      : promotion.title,
  )
}

/** So many orders of 周乔 that wait to be shipped. */
const ordersOf = (count: number) => async (shop: TestShop) => {
  const zhou = shop.customer('zhou')
  await zhou.join('周乔')
  for (let at = 0; at < count; at += 1) await zhou.buys('honey:2', 1)
}

const waiting = async (shop: TestShop): Promise<string[]> =>
  must(await shop.admin('orders.list', { state: 'paid' })).items.map(({ id }) => id)

const trackingNumber = (at: number) => `YT${String(at).padStart(13, '0')}`

/** The jobs, in the order in which a new owner meets them. */
export const TAP_JOBS: readonly TapJob[] = [
  {
    name: 'firstProduct',
    open: () => openEmptyShop(),
    walk: putUpFirst,
    found: product,
    wanted: { title: '野生蓝莓酱', skus: 1, available: 12 },
  },
  {
    name: 'productOf2x2',
    open: () => openShop(),
    walk: putUpWithOptions,
    found: product,
    wanted: { title: '手作茶杯', skus: 4, available: 40 },
  },
  {
    name: 'spendOff',
    open: () => openShop(),
    walk: startSpendOff,
    found: running,
    wanted: ['春茶节'],
  },
  {
    name: 'productDiscount',
    open: () => openShop(),
    walk: discountProduct,
    found: running,
    wanted: [[3_192, 5_440]],
  },
  {
    name: 'shipOne',
    open: () => openShop(),
    prepare: ordersOf(1),
    walk: (walk) => shipOne(walk, { customer: '周乔', trackingNumber: trackingNumber(0) }),
    found: waiting,
    wanted: [],
  },
  {
    name: 'shipTen',
    open: () => openShop(),
    prepare: ordersOf(10),
    walk: async (walk, shop) => {
      const ids = await waiting(shop)
      const list = ids.map((id, at) => `${id}\t\t${trackingNumber(at)}`).join('\n')
      await shipMany(walk, { list, count: 10 })
    },
    found: waiting,
    wanted: [],
  },
]

/** Walks a job in a fresh shop; answers its taps, and what the shop holds afterwards. */
export async function walkJob(
  browser: Browser,
  job: TapJob,
): Promise<{ taps: number; found: unknown }> {
  const shop = await job.open()
  try {
    await job.prepare?.(shop)
    const { devcloud } = shop
    const page = await openPage(browser, { devcloud, openid: OWNER, path: STAFF_HOME })
    const walk = countTaps(page)
    await job.walk(walk, shop)
    await page.context().close()
    return { taps: walk.taps(), found: await job.found(shop) }
  } finally {
    await shop.close()
  }
}
