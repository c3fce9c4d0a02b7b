import type { Browser, Page } from 'playwright-core'
import { must, OWNER, openShop, type TestShop } from '../builders/shop'
import { ships } from '../builders/trade'
import { accessibilityViolations, openBrowser, openPage, visibleText } from './browser'
import { answerDialog, loadUntil } from './page-actions'

/** The staff pages in a browser, by taps, against the local cloud. */

// A browser on a busy machine is slow to start and to render.
jest.setTimeout(120_000)

let shop: TestShop
let browser: Browser
const pages: Page[] = []

const MEMBERS = '/pages/admin-customers/members/list/index'
const ORDERS = '/pages/admin-trade/orders/list/index'

const open = async (path: string, { openid = OWNER, width = 390 } = {}) => {
  const page = await openPage(browser, { devcloud: shop.devcloud, openid, path, width })
  pages.push(page)
  return page
}

const memberIdOf = async (word: string) => {
  const { items } = must(await shop.admin('members.list', { word }))
  return items[0]?.id ?? ''
}

/** Three purchases; joined only; an unshipped order; imported from another system. */
beforeAll(async () => {
  shop = await openShop({ clock: { frozen: true, start: Date.parse('2026-03-04T10:00+08:00') } })
  const lin = shop.customer('lin')
  await lin.join('林晚')
  for (const days of [0, 14, 14]) {
    await shop.devcloud.clock.advance({ days })
    const { id } = await lin.buys()
    await ships(shop, id)
    await lin.does('orders.confirmReceipt', { orderId: id })
  }
  await shop.customer('man').join('小满')
  const zhou = shop.customer('zhou')
  await zhou.join('周乔')
  await zhou.buys('honey:2', 2)
  must(
    await shop.admin('imports.apply', {
      source: 'retail',
      customers: [
        {
          externalId: '12347',
          name: '',
          firstContactAt: Date.parse('2011-01-05T10:00+08:00'),
          refunds: [],
          orders: [
            {
              number: '536365',
              paidAt: Date.parse('2011-01-05T10:00+08:00'),
              paidFen: 1_530,
              refundedFen: 510,
              lines: [['85123A', 'WHITE HANGING HEART', 255, 6, 1_530]],
            },
          ],
        },
      ],
    }),
  )
  must(await shop.admin('imports.learn', { source: 'retail' }))
  must(await shop.admin('imports.review', { source: 'retail', asOf: '2011-12-10' }))
  browser = await openBrowser()
})
afterEach(async () => {
  for (const page of pages.splice(0)) await page.context().close()
})
afterAll(async () => {
  await browser?.close()
  await shop?.close()
})

describe('the list of members', () => {
  test('counts the stages, and a tap on one filters by it', async () => {
    const page = await open(MEMBERS)
    await page.getByText('到底了，共 4 位').waitFor()
    await page.getByText('共 4 人，会员 3').waitFor()
    await page.getByLabel('忠诚 1 人').click()
    await page.getByText('到底了，共 1 位').waitFor()
    expect(await visibleText(page)).toMatch(/林晚/)
    expect(await visibleText(page)).not.toMatch(/小满/)
    await page.getByLabel('取消 忠诚').click()
    await page.getByText('到底了，共 4 位').waitFor()
  })

  test('lists the customers of another system by their number', async () => {
    const page = await open(MEMBERS)
    await page.getByLabel('搜索会员').locator('input').fill('12347')
    await page.keyboard.press('Enter')
    await page.getByText('到底了，共 1 位').waitFor()
    expect(await visibleText(page)).toMatch(/客户 12347/)
    expect(await visibleText(page)).toMatch(/1 单 · ¥10\.20/)
  })

  test('keeps the filter when loading fails, and retries on a tap', async () => {
    const page = await open(MEMBERS)
    await page.getByText('到底了，共 4 位').waitFor()
    await page.route('**/functions/admin', (route) => route.abort())
    await page.getByLabel('购买 2 人').click()
    await page.getByText('没有连上店里').waitFor()
    expect(await page.getByLabel('取消 购买').count()).toBe(1)
    await page.unroute('**/functions/admin')
    await page.getByRole('button', { name: '再试一次' }).click()
    await page.getByText('到底了，共 2 位').waitFor()
    expect(await page.getByLabel('取消 购买').count()).toBe(1)
  })

  test('offers to clear the filters when nobody matches', async () => {
    const page = await open(MEMBERS)
    await page.getByLabel('推荐 0 人').click()
    await page.getByText('没有这样的会员').waitFor()
    await page.getByText('取消全部条件').click()
    await page.getByText('到底了，共 4 位').waitFor()
  })
})

describe('the page of a member', () => {
  test('shows why they are loyal, since when, and what changes next', async () => {
    const page = await open(
      `/pages/admin-customers/members/detail/index?id=${await memberIdOf('林晚')}`,
    )
    await page.getByText('为什么是「忠诚」').waitFor()
    const words = await visibleText(page)
    expect(words).toMatch(/365 天内有 3 个不同日期的保留订单（门槛 3）/)
    expect(words).toMatch(/从 3 月 4 日到 4 月 1 日/)
    expect(words).toMatch(/由「购买」进入/)
    expect(words).toMatch(/还没有新的互动，就转入「沉默期」/)
    expect(words).toMatch(/凭 2 次间隔/)
    expect(words).toMatch(/付款 ¥\d+\.\d\d − 退款 ¥0\.00 = 净消费/)
  })

  test('shows the points, the transitions and the timeline', async () => {
    const page = await open(
      `/pages/admin-customers/members/detail/index?id=${await memberIdOf('林晚')}`,
    )
    await page.locator('.section-tabs').getByText('积分', { exact: true }).click()
    await page.getByText('订单完成，积分可用').first().waitFor()
    await page.getByText('生命周期', { exact: true }).click()
    await page.getByText('由「购买」进入「忠诚」').waitFor()
    await page.getByText('时间线', { exact: true }).click()
    await page
      .getByText(/^付款 ¥/)
      .first()
      .waitFor()
    await loadUntil(page, '成为会员')
  })

  test('blocks a customer in two taps with a reason, and lifts it in two', async () => {
    const memberId = await memberIdOf('小满')
    const page = await open(`/pages/admin-customers/members/detail/index?id=${memberId}`)
    await page.getByText('拉黑这位顾客').click()
    await page.getByText('恶意占库存').click()
    await page.getByRole('button', { name: '30 天', exact: true }).click()
    await page.getByRole('button', { name: '拉黑', exact: true }).click()
    await page.getByText('解除拉黑').waitFor()
    expect(await visibleText(page)).toMatch(/拉黑到 .*恶意占库存，/s)
    const { block } = must(await shop.admin('members.show', { memberId }))
    expect(block?.reason).toBe('恶意占库存')
    await page.getByText('解除拉黑').click()
    await answerDialog(page, 'ok')
    await page.getByText('拉黑这位顾客').waitFor()
    expect(must(await shop.admin('members.show', { memberId })).block).toBeNull()
  })

  test('subtracts refunds from payments', async () => {
    const page = await open(
      `/pages/admin-customers/members/detail/index?id=${await memberIdOf('12347')}`,
    )
    await page.getByText('付款 ¥15.30 − 退款 ¥5.10 = 净消费 ¥10.20').waitFor()
    expect(await visibleText(page)).toMatch(/已退 ¥5\.10/)
    expect(await visibleText(page)).toMatch(/来自导入 · 原编号 12347/)
  })
})

test('an order is shipped; errors appear at their fields and the input is kept', async () => {
  const page = await open(ORDERS)
  await page.getByText(/周乔/).click()
  await page.getByText('顾客已付款，等你发货').waitFor()
  const send = page.getByRole('button', { name: '发货' })
  await send.click()
  await page.getByRole('alert').getByText('选一家快递').waitFor()
  await page.getByText(/单号是 6 到 32 位/).waitFor()
  await page.getByLabel('快递单号').locator('input').fill('7812 3456 7890')
  // Twelve digits are several carriers': none is chosen before a person has.
  await page.getByText('单号像是其中一家').waitFor()
  await page.getByRole('button', { name: '中通快递' }).click()
  await page.route('**/functions/admin', (route) => route.abort())
  await send.click()
  await page.getByText('没有连上店里').waitFor()
  expect(await page.getByLabel('快递单号').locator('input').inputValue()).toBe('7812 3456 7890')
  await page.unroute('**/functions/admin')
  await send.click()
  await page.getByText(/在路上，顾客不确认的话/).waitFor()
  expect(await visibleText(page)).toMatch(/中通[^]*781234567890/)
  await page.getByLabel('返回').last().click()
  await page.getByText('都发出去了').waitFor()
})

test('a customer who opens the staff pages is led back', async () => {
  const page = await open(MEMBERS, { openid: 'oTest-man' })
  await page.getByText('这里是店员的页面').waitFor()
  expect(await visibleText(page)).not.toMatch(/林晚/)
  await page.getByText('回小铺').click()
  await page.waitForURL(/tabs\/home/)
})

describe.each([390, 320])('on a phone %i px wide', (width) => {
  test('everything fits, is readable and has an accessible name', async () => {
    const paths = [
      MEMBERS,
      `/pages/admin-customers/members/detail/index?id=${await memberIdOf('林晚')}`,
      ORDERS,
    ]
    for (const path of paths) {
      const page = await open(path, { width })
      await page
        .getByText(/到底了，共|都发出去了/)
        .first()
        .waitFor()
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
      expect(await accessibilityViolations(page)).toEqual([])
    }
  })
})
