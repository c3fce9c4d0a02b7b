import type { Browser, Page } from 'playwright-core'
import { ADDRESS, must, OWNER, openShop, type TestShop } from '../builders/shop'
import { openBrowser, openPage } from './browser'
import { tapText, visibleElement } from './page-actions'
import { collectProblems } from './page-problems'

/** The staff's orders: what is due first comes first, and a word finds the rest. */

jest.setTimeout(180_000)

let shop: TestShop
let browser: Browser
type Wanted = { skuId: string; remark: string }

let first: string
let second: string
beforeAll(async () => {
  shop = await openShop()
  const buy = async (account: string, name: string, { skuId, remark }: Wanted) => {
    const one = shop.customer(account)
    await one.join(name)
    const draft = { ...(await one.draft([{ skuId, quantity: 2 }])), remark }
    const address = { ...ADDRESS, name: `${name}的妈妈`, phone: '13700002222' }
    const order = await one.does('orders.place', { ...draft, deliverTo: { kind: 'new', address } })
    await one.pays(order.id)
    return order.id
  }
  first = await buy('mo', '莫言', { skuId: 'tea:1', remark: '' })
  await shop.devcloud.clock.advance({ hours: 40 })
  second = await buy('lin', '林晚', { skuId: 'honey:1', remark: '周末再送，放门口' })
  browser = await openBrowser()
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await shop?.close()
})

const walk = async (steps: (page: Page) => Promise<void>) => {
  const path = '/pages/admin-trade/orders/list/index'
  const page = await openPage(browser, { devcloud: shop.devcloud, openid: OWNER, path })
  const problems = collectProblems(page)
  await steps(page)
  await page.context().close()
  expect(problems()).toEqual([])
}

const sees = (page: Page, text: string | RegExp) => visibleElement(page, text).waitFor()
const cards = (page: Page) => page.locator('.order-card:visible')

test('the oldest comes first, with its picture, when it is due, and what was said', async () => {
  await walk(async (page) => {
    await cards(page).nth(1).waitFor()
    const [top, next] = await cards(page).allInnerTexts()
    expect(top).toContain('莫言')
    expect(top).toMatch(/(今天|明天) \d\d:\d\d 前发出/)
    expect(next).toContain('周末再送，放门口')
    expect(await cards(page).first().locator('img').count()).toBe(1)
  })
})

test('the staff’s own note is written on the order and stands in the list', async () => {
  await walk(async (page) => {
    await cards(page).first().click()
    await tapText(page, '店内备注', true)
    await page.getByLabel('店内备注', { exact: true }).locator('textarea').fill('易碎')
    await tapText(page, '保存', true)
    await sees(page, '易碎')
    await page.goBack()
    await cards(page).filter({ hasText: '店内备注' }).waitFor()
    expect(await cards(page).first().innerText()).toContain('易碎')
  })
})

test('what is late is said in red', async () => {
  await shop.devcloud.clock.advance({ hours: 10 })
  await walk(async (page) => {
    const due = page.locator('.order-card__due--urgent:visible')
    await due.first().waitFor()
    expect(await due.first().innerText()).toMatch(/^已超时/)
  })
})

test('a word finds an order by number, receiver and goods, or says what it found', async () => {
  await walk(async (page) => {
    const field = page.getByLabel('搜索订单').locator('input')
    const search = async (word: string) => {
      await field.fill(word)
      await field.press('Enter')
    }
    await search('林晚的妈妈')
    await page.waitForFunction(() => document.querySelectorAll('.order-card').length === 1)
    await sees(page, '秦岭土蜂蜜')
    await search('+86 137-0000-2222')
    await page.waitForFunction(() => document.querySelectorAll('.order-card').length === 2)
    await search(first.slice(-18))
    await page.waitForFunction(() => document.querySelectorAll('.order-card').length === 1)
    await sees(page, '明前龙井')
    await search('龙井蛋糕')
    await sees(page, '没有叫「龙井蛋糕」的商品，以下订单里的商品只含有「龙井」')
    await search('苏东坡')
    await sees(page, '没有找到「苏东坡」的订单')
    expect(second).not.toBe('')
  })
  expect(must(await shop.admin('orders.list', { word: first })).items).toHaveLength(1)
})
