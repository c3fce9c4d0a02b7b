import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import {
  ASKED_IN_FORMS,
  type Declaration,
  OPEN_TYPES,
  PLAIN_APIS,
  PRIVACY_ENTRIES,
  REFUSABLE_APIS,
} from '@/services/wechat-apis'
import { filesBelow } from '../../config/build-cache'
import { openShop, type TestShop } from '../builders/shop'
import { readManifest } from './harness/manifest'
import { DIST, openShopApp } from './shop-app'

/** The table of WeChat's abilities against the compiled package and WeChat's own declarations. */

jest.setTimeout(60_000)

const TYPINGS = resolve('node_modules/miniprogram-api-typings/types/wx')
const typings = ['lib.wx.api.d.ts', 'lib.wx.cloud.d.ts'].map((file) =>
  readFileSync(resolve(TYPINGS, file), 'utf8'),
)

/** The methods of `wx`, with the base library that their comment names. */
const KNOWN = new Map<string, string | null>()
const wxMethods = (typings[0] ?? '').slice((typings[0] ?? '').indexOf('interface Wx {'))
for (const [, comment = '', name = ''] of wxMethods.matchAll(
  /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*(\w+)(?:<[^(]*>)?\(/g,
)) {
  if (!KNOWN.has(name)) KNOWN.set(name, /基础库[^\d]*([\d.]+)/.exec(comment)?.[1] ?? null)
}

const scripts = filesBelow([DIST])
  .filter((file) => file.endsWith('.js'))
  .map((file) => readFileSync(file, 'utf8'))

/** Calls as the bundler writes them: `o().name(` of a module, `t.name(` of Taro itself. */
const CALL = /(?:\w\(\)|\b(?:[a-z]|wx))\.(\w+)\b/g
/** Methods of `wx` whose names are also methods of promises, streams and the like. */
const AMBIGUOUS = new Set(['resolve', 'request', 'getUpdateManager'])

const used = (): string[] => {
  const found = new Set<string>()
  for (const text of scripts) {
    for (const [, name = ''] of text.matchAll(CALL)) {
      if (KNOWN.has(name) && !AMBIGUOUS.has(name)) found.add(name)
    }
    if (/\w\(\)\.request\(/.test(text)) found.add('request')
    for (const [, name] of text.matchAll(/\bwx\.cloud\.(\w+)/g)) found.add(`cloud.${name}`)
  }
  return [...found].sort()
}

const TABLE: Record<string, string | null> = {
  ...PLAIN_APIS,
  ...Object.fromEntries(Object.entries(REFUSABLE_APIS).map(([name, { since }]) => [name, since])),
}

test('every ability that the package uses is in the table, and nothing else', () => {
  expect(used()).toEqual(Object.keys(TABLE).sort())
})

test('every button of WeChat that the package uses is in the table, and nothing else', () => {
  const types = scripts.flatMap((text) =>
    [...text.matchAll(/openType:\s*"(\w+)"/g)].map(([, type]) => type),
  )
  expect([...new Set(types)].sort()).toEqual(Object.keys(OPEN_TYPES).sort())
})

test.each(Object.entries(TABLE).filter(([name]) => !name.startsWith('cloud.')))(
  '%s needs the base library that WeChat names',
  (name, since) => expect(since).toBe(KNOWN.get(name)),
)

const declarations = [...Object.entries(REFUSABLE_APIS), ...Object.entries(OPEN_TYPES)].map(
  ([name, row]) => ({ name, declare: 'declare' in row ? (row.declare as Declaration) : {} }),
)

test('app.json declares what the table says, and the privacy check', () => {
  const { app } = readManifest(DIST)
  const wanted = declarations.filter(({ declare }) => declare.appJson === 'requiredPrivateInfos')
  expect(app.requiredPrivateInfos).toEqual(wanted.map(({ name }) => name))
  expect(app.__usePrivacyCheck__).toBe(true)
})

test('every entry of the privacy guide has a use, and every use an entry', () => {
  const needed = declarations.flatMap(({ declare }) => declare.privacy ?? [])
  expect([...new Set([...needed, ...ASKED_IN_FORMS])].sort()).toEqual(
    Object.keys(PRIVACY_ENTRIES).sort(),
  )
})

describe('the address page', () => {
  let shop: TestShop
  beforeAll(async () => void (shop = await openShop()))
  afterAll(() => shop.close())

  const open = (refusals: Record<string, { reason: string; errno?: number }>) => {
    const user = { openid: shop.customer('wan').openid, appid: 'wx', refusals }
    return openShopApp(shop.devcloud, user.openid, {
      url: '/pages/checkout/address/index',
      user,
    })
  }

  test.each([
    ['privacy permission is not authorized', 103, '没有同意隐私指引，地址可以在下面手填'],
    ['privacy permission is not authorized in quick time', 104, '过 10 秒再点会再问'],
    ['auth deny', undefined, '没有给微信这项权限，地址可以在下面手填'],
    ['system error', undefined, '微信地址簿没有打开，地址可以在下面手填'],
  ])('says why the address book did not open: %s', async (reason, errno, told) => {
    const refusal = errno === undefined ? { reason } : { reason, errno }
    const app = open({ chooseAddress: refusal })
    await app.tap('从微信地址簿取')
    await app.see(told)
    app.close()
  })

  test('says nothing when the customer cancels', async () => {
    const app = open({ chooseAddress: { reason: 'cancel' } })
    await app.tap('从微信地址簿取')
    await app.idle()
    expect(app.run.overlay.toasts).toEqual([])
    app.close()
  })
})
