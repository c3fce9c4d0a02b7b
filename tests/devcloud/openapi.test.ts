import type { Devcloud } from '@local/devcloud-types'
import { startTestDevcloud } from './test-devcloud'

jest.setTimeout(60_000)

let devcloud: Devcloud
beforeAll(async () => {
  devcloud = await startTestDevcloud({
    clock: { frozen: true, start: '2026-03-14T02:00:00.000Z' },
    poolSize: 1,
  })
})
beforeEach(async () => {
  await devcloud.reset()
  devcloud.subscribe({ openid: MESSAGE.touser, templateIds: [MESSAGE.templateId] })
})
afterAll(() => devcloud.close())

const call = async (api: string, args: object, name = 'messenger') =>
  (await devcloud.invoke(name, { api, args }, 'oDemo-linwan')) as Record<string, unknown>

const MESSAGE = {
  touser: 'oDemo-linwan',
  templateId: 'TEMPLATE-1',
  page: 'pages/orders/detail/index?id=1',
  data: { thing1: { value: '高山绿茶' } },
}

describe('permission', () => {
  test('a function may call what its config.json names, and nothing else', async () => {
    expect(await call('subscribeMessage.send', MESSAGE)).toMatchObject({ errCode: 0 })
    const refused = await call('subscribeMessage.send', MESSAGE, 'mute')
    expect(refused.errCode).toBe(-604101)
    expect(refused.errMsg).toContain('function has no permission to call this API')
    expect(devcloud.messages()).toHaveLength(1)
  })

  test('what does not exist is not found', async () => {
    expect(await call('nothing.here', {})).toMatchObject({ errCode: -604100 })
  })
})

describe('subscription messages', () => {
  test('are recorded with their time, and can be read', async () => {
    await call('subscribeMessage.send', MESSAGE)
    expect(devcloud.messages()).toEqual([
      {
        id: expect.any(String) as string,
        at: '2026-03-14T02:00:00.000Z',
        openid: 'oDemo-linwan',
        templateId: 'TEMPLATE-1',
        page: 'pages/orders/detail/index?id=1',
        data: { thing1: { value: '高山绿茶' } },
      },
    ])
  })

  test('come once for each time the member allowed one, and 43101 afterwards', async () => {
    devcloud.subscribe({ openid: MESSAGE.touser, templateIds: ['TEMPLATE-1', 'TEMPLATE-1'] })
    expect(await call('subscribeMessage.send', MESSAGE)).toMatchObject({ errCode: 0 })
    expect(await call('subscribeMessage.send', MESSAGE)).toMatchObject({ errCode: 0 })
    const third = await call('subscribeMessage.send', MESSAGE)
    expect(third).toMatchObject({ errCode: 43101 })
    const other = await call('subscribeMessage.send', { ...MESSAGE, templateId: 'TEMPLATE-2' })
    expect(other).toMatchObject({ errCode: 43101 })
    expect(devcloud.messages()).toHaveLength(2)
  })

  test.each([
    ['nobody', { ...MESSAGE, touser: '' }, 40003],
    ['no template', { ...MESSAGE, templateId: '' }, 40037],
    ['a thing of 21 letters', { ...MESSAGE, data: { thing1: { value: '茶'.repeat(21) } } }, 47003],
    ['data that is not { value }', { ...MESSAGE, data: { thing1: '高山绿茶' } }, 47003],
  ])('to %s are refused', async (_, args, errCode) => {
    expect(await call('subscribeMessage.send', args)).toMatchObject({ errCode })
    expect(devcloud.messages()).toEqual([])
  })
})

describe('the code of a page', () => {
  test('is a picture that says page and scene', async () => {
    const { contentType, base64 } = await call('wxacode.getUnlimited', {
      scene: 'i=abc',
      page: 'pages/catalog/detail/index',
    })
    expect(contentType).toBe('image/png')
    const bytes = Buffer.from(String(base64), 'base64')
    expect(bytes.subarray(1, 4).toString()).toBe('PNG')
    expect(bytes.readUInt32BE(16)).toBeGreaterThanOrEqual(400)
  })

  test.each([
    ['a scene of 33 characters', { scene: 'x'.repeat(33) }, 40169],
    ['a scene with Chinese', { scene: '茶' }, 40169],
    ['no scene', {}, 40169],
    ['a page with a leading slash', { scene: 'a', page: '/pages/home' }, 41030],
    ['a page with a query', { scene: 'a', page: 'pages/home?x=1' }, 41030],
    ['a width of 279', { scene: 'a', width: 279 }, 40097],
  ])('with %s is refused', async (_, args, errCode) => {
    expect(await call('wxacode.getUnlimited', args)).toMatchObject({ errCode })
  })
})

describe('the check of words', () => {
  const check = { version: 2, scene: 2, openid: 'oDemo-linwan', content: '茶很香，下次还来' }

  test.each([
    ['kind words', check.content, 'pass'],
    ['a word of the list', '加微信返现五元', 'risky'],
  ])('%s: %s', async (_, content, suggest) => {
    const answer = await call('security.msgSecCheck', { ...check, content })
    expect(answer).toMatchObject({ errCode: 0, result: { suggest } })
  })

  test.each([
    ['version 1', { version: 1 }, 44990],
    ['no scene', { scene: 9 }, 47001],
    ['no openid', { openid: '' }, 40003],
    ['no words', { content: '' }, 44002],
    ['2501 characters', { content: '茶'.repeat(2501) }, 45002],
  ])('%s is refused', async (_, change, errCode) => {
    expect(await call('security.msgSecCheck', { ...check, ...change })).toMatchObject({ errCode })
  })
})

describe('the phone number', () => {
  test('comes for a code, once', async () => {
    const answer = await call('phonenumber.getPhoneNumber', { code: 'devcloud-13800138000' })
    expect(answer).toMatchObject({
      errCode: 0,
      phoneInfo: { purePhoneNumber: '13800138000', countryCode: '86' },
    })
    const again = await call('phonenumber.getPhoneNumber', { code: 'devcloud-13800138000' })
    expect(again).toMatchObject({ errCode: 40163 })
    const other = await call('phonenumber.getPhoneNumber', { code: 'devcloud-13800138000-2' })
    expect(other).toMatchObject({ errCode: 0 })
  })

  test.each(['devcloud-123', 'x', '', 'devcloud-1380013800a'])(
    'not for the code "%s"',
    async (code) => {
      expect(await call('phonenumber.getPhoneNumber', { code })).toMatchObject({ errCode: 40029 })
    },
  )
})

describe('the customer service chat', () => {
  const answer = { touser: 'oDemo-linwan', msgtype: 'text', text: { content: '您好，在的' } }

  test('is open for 48 hours after the customer wrote, and for five answers', async () => {
    const silent = await call('customerServiceMessage.send', answer)
    expect(silent).toMatchObject({ errCode: 45015 })
    await devcloud.chat.write({ openid: answer.touser })
    for (let sent = 1; sent <= 5; sent += 1) {
      const taken = await call('customerServiceMessage.send', answer)
      expect(taken).toMatchObject({ errCode: 0 })
    }
    const sixth = await call('customerServiceMessage.send', answer)
    expect(sixth).toMatchObject({ errCode: 45047 })
    expect(devcloud.chat.answers()).toHaveLength(5)
    await devcloud.chat.write({ openid: answer.touser })
    await devcloud.clock.advance({ hours: 48 })
    const late = await call('customerServiceMessage.send', answer)
    expect(late).toMatchObject({ errCode: 45015 })
  })
})

describe('the way of a parcel', () => {
  const person = { orderId: 'O1', openid: 'oDemo-linwan' }
  const parcel = { ...person, deliveryId: 'ZTO', waybillId: 'ZT0000123' }

  test('grows with the clock until it is in the hands of the customer', async () => {
    const first = await call('logistics.getPath', parcel)
    expect(first).toMatchObject({ errCode: 0, pathItemNum: 1 })
    await devcloud.clock.advance({ days: 2 })
    const last = await call('logistics.getPath', parcel)
    expect(last).toMatchObject({ errCode: 0, pathItemNum: 6 })
    expect(JSON.stringify(last)).toContain('快件已签收')
  })

  test('is not known for every number', async () => {
    const unknown = await call('logistics.getPath', { ...parcel, waybillId: 'ZT000000' })
    expect(unknown).toMatchObject({ errCode: 9300507 })
    const empty = await call('logistics.getPath', { ...parcel, waybillId: '' })
    expect(empty).toMatchObject({ errCode: 40097 })
  })
})
