import { DEVCLOUD_APPID } from '@local/secrets'
import { must, openShop, type TestShop } from '../builders/shop'
import { receives, reviews } from '../builders/voice'
import type { MiniProgram } from './harness'
import { openShopApp } from './shop-app'

/** Reviews and questions on WeChat's engine, by taps, against the local cloud. */

jest.setTimeout(120_000)

let shop: TestShop
let app: MiniProgram
beforeAll(async () => void (shop = await openShop()))
afterAll(() => shop.close())
afterEach(() => app.close())

const MARKUP = '<image src="x" onerror="1"/><script>wx.harmed=1</script>{{1+1}}'

test('S0-08 a purchase is reviewed with photos and appended to later', async () => {
  const lin = shop.customer('lin')
  await lin.join('林晚')
  const { orderId } = await receives(shop, lin)
  const album = ['a.jpg', 'b.jpg']
  app = openShopApp(shop.devcloud, lin.openid, {
    url: `/pages/orders/review/index?id=${orderId}`,
    user: { openid: lin.openid, appid: DEVCLOUD_APPID, album },
  })
  await app.tap('发布评价')
  await app.see('先点几颗星')
  await app.tap({ css: '.stars__tap:nth-child(4)' })
  await app.see('不错')
  await app.input({ css: 'textarea' }, '茶汤清亮')
  await app.tap({ css: '.photos__add' })
  await app.see('2/9')
  await app.tap('发布评价')
  await app.see('谢谢你的评价')
  await app.tap({ css: '.button', text: '追评' })
  await app.input({ css: 'textarea' }, '第二天还是香')
  await app.tap('发布追评')
  await app.see('当天追评')
  const { items } = await shop.customer('reader').does('reviews.list', { productId: 'tea' })
  expect(items[0]).toMatchObject({
    stars: 4,
    said: { text: '茶汤清亮' },
    appended: { text: '第二天还是香' },
  })
  expect(items[0]?.said.pictures).toHaveLength(2)
})

test('a script in a review is shown as text', async () => {
  await shop.devcloud.clock.advance({ minutes: 1 })
  await reviews(shop, shop.customer('harm'), { text: '替换掉' })
  app = openShopApp(shop.devcloud, shop.customer('eve').openid, {
    url: '/pages/catalog/reviews/index?id=tea',
    cloud: {
      call: async (name, data, openid) => {
        const answer = JSON.stringify(await shop.devcloud.invoke(name, data, openid))
        return JSON.parse(
          answer.replaceAll('替换掉', JSON.stringify(MARKUP).slice(1, -1)),
        ) as unknown
      },
      pay: () => Promise.reject(new Error('payment is not expected here')),
    },
  })
  await app.see(MARKUP)
  expect(app.findAll({ css: 'script' })).toEqual([])
})

test('S0-25 a shared review opens the product with its sharer’s code', async () => {
  const sharer = shop.customer('sharer')
  await sharer.join('佘尔')
  app = openShopApp(shop.devcloud, sharer.openid, { url: '/pages/catalog/reviews/index?id=tea' })
  await app.see('茶汤清亮')
  await app.tap({ css: '.review:last-child .share-button' })
  const { memberCode } = await sharer.does('reviews.list', { productId: 'tea' })
  const path = `/pages/catalog/detail/index?id=tea&s=${memberCode}`
  expect(app.trace.sharedCard).toMatchObject({ title: '4 星评价：茶汤清亮', path })
  app.close()

  const friend = shop.customer('friend')
  await friend.join('朋友')
  const { items } = must(await shop.admin('members.list', { word: '朋友' }))
  const storage = new Map<string, string>()
  app = openShopApp(shop.devcloud, friend.openid, { storage })
  await app.tapTab('我的')
  await app.see('朋友')
  app.close()
  app = openShopApp(shop.devcloud, friend.openid, { storage, url: path })
  await app.see('明前龙井')
  await app.waitFor('the arrive event to be sent', () =>
    app.trace.calls.some((call) => call.operation === 'events.record'),
  )
  await app.idle()
  const { timeline } = must(await shop.admin('members.show', { memberId: items[0]!.id }))
  expect(timeline.items.map((row) => row.kind)).toContain('arrive')
})

test('S2-15 a question waits for the shop, and its author sees the answer', async () => {
  const mo = shop.customer('mo')
  app = openShopApp(shop.devcloud, mo.openid, { url: '/pages/catalog/questions/index?id=honey' })
  await app.tap('我要提问')
  await app.input({ css: 'textarea' }, '来赌博')
  await app.tap({ css: '.sheet__foot .button', text: '提交' })
  await app.see('改一改再发')
  await app.input({ css: 'textarea' }, '开封后怎么放')
  await app.tap({ css: '.sheet__foot .button', text: '提交' })
  await app.see('等店家回答')
  const { items } = await mo.does('questions.mine', {})
  const answer = { questionId: items[0]!.id, text: '阴凉处就好', isPublic: true }
  must(await shop.admin('questions.answer', answer))
  app.close()
  app = openShopApp(shop.devcloud, mo.openid, { url: '/pages/catalog/questions/index?mine=1' })
  await app.see('阴凉处就好')
  await app.see('大家可见')
})
