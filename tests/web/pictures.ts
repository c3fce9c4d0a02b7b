import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { callAdmin, callShop } from '@local/demo/call'
import { OWNER_OPENID, personas } from '@local/demo/personas'
import { demoStart, seedDemo } from '@local/demo/seed'
import { startDevcloud } from '@local/devcloud'
import { type Devcloud } from '@local/devcloud-types'
import type { Browser, Page } from 'playwright-core'
import { buildFunctions } from '../../config/functions.build'
import { buildPages } from '../../config/pages.build'
import { buildPictures } from '../../config/pictures'
import { openBrowser } from './browser'
import { installFonts } from './fonts'

/** `npm run pictures`: screenshots of the demo shop on a fixed day. */

/** A Saturday afternoon in Shanghai. */
const DEMO_NOW = Date.parse('2026-03-14T15:20:00+08:00')
const FOLDER = resolve(__dirname, 'pictures')
const PHONE = { width: 390, height: 844 }
const CUSTOMER = 'oDemo-linwan'
const PICTURE_BYTES_MAX = 300 * 1024

type Screenshot = {
  name: string
  openid: string
  path: string
  /** A text that shows that the page has loaded. */
  readyText: string
  before?(page: Page): Promise<void>
}

const print = (text: string) => void process.stdout.write(`${text}\n`)

/** The screenshots to take; ids of demo data are looked up. */
const screenshotsOf = async (devcloud: Devcloud): Promise<Screenshot[]> => {
  const { items: orders } = await callShop({ devcloud, openid: CUSTOMER }, 'orders.list', {})
  const { items: members } = await callAdmin(devcloud, 'members.list', { word: '林晚' })
  const mine = { openid: CUSTOMER }
  const owner = { openid: OWNER_OPENID }
  const product = '/pages/catalog/detail/index?id=longjing'
  return [
    { ...mine, name: 'home', path: '/pages/tabs/home/index', readyText: '今日在店' },
    { ...mine, name: 'product', path: product, readyText: '立即购买', before: openSheet },
    { ...mine, name: 'checkout', path: product, readyText: '立即购买', before: checkOut },
    {
      ...mine,
      name: 'order',
      path: `/pages/orders/detail/index?id=${orders[0]?.id}`,
      readyText: '实付',
    },
    { ...mine, name: 'me', path: '/pages/tabs/me/index', readyText: '会员中心' },
    { ...owner, name: 'staff-home', path: '/pages/admin-trade/home/index', readyText: '今天成交' },
    {
      ...owner,
      name: 'staff',
      path: '/pages/admin-customers/members/list/index',
      readyText: '会员运营',
    },
    {
      ...owner,
      name: 'staff-member',
      path: `/pages/admin-customers/members/detail/index?id=${members[0]?.id}`,
      readyText: '会员档案',
    },
  ]
}

const openSheet = async (page: Page) => {
  await page.getByText('加入购物车').filter({ visible: true }).last().click()
  await page.getByText('选择规格').filter({ visible: true }).first().waitFor()
}

const checkOut = async (page: Page) => {
  await page.getByText('立即购买').filter({ visible: true }).last().click()
  await page.locator('.sheet__foot').getByText('立即购买').click()
  await page.getByText('微信支付').filter({ visible: true }).last().waitFor()
}

/** Waits until requests, fonts and animations are done. */
const waitUntilStill = async (page: Page) => {
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => document.fonts.ready)
  await page.waitForTimeout(600)
}

const takeScreenshot = async (browser: Browser, devcloud: Devcloud, screenshot: Screenshot) => {
  const context = await browser.newContext({
    viewport: PHONE,
    deviceScaleFactor: 2,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  await installFonts(context)
  const page = await context.newPage()
  await page.addInitScript((openid) => {
    localStorage.setItem('devcloud.openid', openid)
    localStorage.setItem('devcloud.switch', 'off')
  }, screenshot.openid)
  await page.goto(`${devcloud.url}/#${screenshot.path}`)
  await page.getByText(screenshot.readyText).filter({ visible: true }).first().waitFor()
  await waitUntilStill(page)
  await screenshot.before?.(page)
  await waitUntilStill(page)
  const file = join(FOLDER, `${screenshot.name}.png`)
  await page.screenshot({ path: file })
  await context.close()
  const { size } = statSync(file)
  print(`${file} ${Math.ceil(size / 1024)} KB`)
  if (size > PICTURE_BYTES_MAX) throw new Error(`${file} is too large for the README`)
}

const startSeededDevcloud = async (dataDir: string) => {
  const clock = { frozen: true, start: demoStart(DEMO_NOW) }
  const devcloud = await startDevcloud({ dataDir, personas, clock })
  print('Seeding fourteen months of the demo shop …')
  await seedDemo(devcloud, undefined, () => DEMO_NOW)
  return devcloud
}

const main = async () => {
  await buildFunctions()
  buildPictures()
  await buildPages('h5', () => print('Building the pages, a minute or so …'))
  mkdirSync(FOLDER, { recursive: true })
  const dataDir = mkdtempSync(join(tmpdir(), 'shop-pictures-'))
  const devcloud = await startSeededDevcloud(dataDir)
  const browser = await openBrowser()
  try {
    for (const screenshot of await screenshotsOf(devcloud))
      await takeScreenshot(browser, devcloud, screenshot)
  } finally {
    await browser.close()
    await devcloud.close()
    rmSync(dataDir, { recursive: true })
  }
}

main().catch((error: unknown) => {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(`${text}\n`)
  process.exitCode = 1
})
