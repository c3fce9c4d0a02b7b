import { type Customer, OWNER, openShop, type TestShop } from '../builders/shop'
import type { MiniProgram } from './harness'
import { openShopApp } from './shop-app'

/** The compiled mini program on WeChat's engine, by taps, against the local cloud. */

jest.setTimeout(120_000)

let shop: TestShop
let app: MiniProgram
beforeAll(async () => void (shop = await openShop()))
afterAll(() => shop.close())
afterEach(() => app.close())

/** From home: buys a large honey directly. */
const buyHoney = async () => {
  await app.tap('秦岭土蜂蜜')
  await app.tap({ css: '.row', text: '已选' })
  await app.tap({ css: '.sku__value', text: '500g' })
  await app.tap({ css: '.sheet__foot .button', text: '立即购买' })
  await app.see('确认订单')
}

const chooseAddress = async () => {
  await app.tap('添加收货地址')
  await app.tap('从微信地址簿取')
  await app.see('文三路 478 号')
  await app.tap('用这个地址')
  await app.see('138****6021')
}

const ordersOf = async (customer: Customer) => (await customer.does('orders.list', {})).items

test('S2-07 S2-10 from joining to receipt by taps, and the points are credited', async () => {
  const wan = shop.customer('journey')
  app = openShopApp(shop.devcloud, wan.openid)
  await app.tap({ css: '.button', text: '加入会员' })
  await app.tap('同意并加入')
  await app.see('欢迎加入')
  expect(await wan.does('members.me', {})).toMatchObject({ isMember: true })

  await app.tap('秦岭土蜂蜜')
  await app.tap({ css: '.product-foot .button', text: '加入购物车' })
  await app.tap({ css: '.sku__value', text: '500g' })
  await app.tap({ css: '.nut-inputnumber-add' })
  await app.idle()
  await app.tap({ css: '.sheet__foot .button', text: '加入购物车' })
  await app.see('已放进购物车')
  await app.tap({ css: '.small-way', text: '购物车' })
  await app.see('¥136.00')
  await app.see('已包邮')

  await app.tap('结算 1 种')
  await chooseAddress()
  await app.tap('微信支付')
  await app.tap('确认支付')
  await app.see('付款成功')
  await app.see('得 136 积分，售后期过后可用')
  await app.tap('查看订单')
  await app.see('下一步：等我们发货')

  const [order] = await ordersOf(wan)
  expect(order).toMatchObject({ state: 'paid', totalFen: 13_600 })
  expect(await wan.does('cart.show', {})).toMatchObject({ lines: [] })
  const orderId = order!.id
  await shop.admin('orders.ship', { orderId, carrier: '顺丰', trackingNumber: 'SF1234567' })

  app.home()
  await app.tapTab('我的')
  await app.see('0 · 136 待到账')
  await app.tap('待收货')
  await app.tap({ css: '.button', text: '确认收货' })
  await app.see('这一单的积分售后期过后可用')
  await app.tap({ css: '.nut-dialog-footer-ok' })
  await app.see('已收货，喜欢的话说说用得怎么样')
  await app.tap({ css: '.order-card', text: '秦岭土蜂蜜' })
  await app.see('136 积分待到账，售后期过后可用')
  await app.see('下一步：说说用得怎么样')
  await shop.devcloud.clock.advance({ days: 8 })
  app.home()
  await app.tapTab('我的')
  await app.gone('待到账')
  await app.see('积分136')
})

test('finds a product by a word, and says when there is none', async () => {
  app = openShopApp(shop.devcloud, shop.customer('search').openid)
  await app.tap('搜茶、蜜、点心')
  await app.input({ css: 'input' }, '蜂蜜')
  await app.tap({ css: '.search-box__go' })
  await app.tap('秦岭土蜂蜜')
  await app.see('满 ¥99 包邮')
  app.back()
  await app.input({ css: 'input' }, '火箭')
  await app.dispatch({ css: 'input' }, 'confirm', { value: '火箭' })
  await app.see('没有找到「火箭」')
})

test('a double tap on pay is one order, paid once', async () => {
  const he = shop.customer('double')
  app = openShopApp(shop.devcloud, he.openid)
  await buyHoney()
  await chooseAddress()
  await app.tap('微信支付', 2)
  await app.tap('确认支付')
  await app.see('付款成功')
  const orders = await ordersOf(he)
  expect(orders.map(({ state }) => state)).toEqual(['paid'])
})

test('an app closed at the cashier finds its order waiting, and pays it', async () => {
  const qiao = shop.customer('dies')
  const storage = new Map<string, string>()
  app = openShopApp(shop.devcloud, qiao.openid, { storage })
  await buyHoney()
  await chooseAddress()
  await app.tap('微信支付')
  await app.see('微信支付 放弃支付')
  app.close()

  app = openShopApp(shop.devcloud, qiao.openid, { storage })
  await app.tapTab('我的')
  await app.tap('待付款')
  await app.tap({ css: '.button', text: '去付款' })
  await app.tap('确认支付')
  await app.see('付款成功')
  expect((await ordersOf(qiao)).map(({ state }) => state)).toEqual(['paid'])
})

test('leaving the cashier keeps the order, and it can be cancelled', async () => {
  const shen = shop.customer('leaves')
  app = openShopApp(shop.devcloud, shen.openid)
  const before = await shop.available('honey:2')
  await buyHoney()
  await chooseAddress()
  await app.tap('微信支付')
  await app.tap('放弃支付')
  await app.see('待付款')
  expect(await shop.available('honey:2')).toBe(before - 1)
  await app.tap('取消订单')
  await app.tap('不想要了')
  await app.tap('确定取消')
  await app.see('已取消')
  expect(await shop.available('honey:2')).toBe(before)
})

test('a product sold out meanwhile is announced, and nothing is ordered', async () => {
  const zhao = shop.customer('late')
  app = openShopApp(shop.devcloud, zhao.openid)
  await app.tap('山东大樱桃')
  await app.tap('立即购买')
  await chooseAddress()
  await shop.customer('first').buys('cherry:1')
  await app.tap('微信支付')
  await app.see('山东大樱桃 刚刚卖完了')
  expect(await ordersOf(zhao)).toEqual([])
})

test('the owner finds a customer, reads their profile, and ships', async () => {
  const li = shop.customer('staffed')
  await li.join('李秋')
  const { id } = await li.buys('tea:1', 2)
  app = openShopApp(shop.devcloud, OWNER)
  await app.tapTab('我的')
  await app.tap('店铺管理')
  await app.tap({ css: '.workbench__entry', text: '会员' })
  await app.see('会员运营')
  await app.tap({ css: '.member-row', text: '李秋' })
  await app.see('会员档案')
  await app.see('购买')
  await app.see('¥136.00')
  app.back()
  await app.tap('去发货')
  await app.tap({ css: '.order-card', text: '李秋' })
  await app.input({ css: '.parcel-form__input' }, 'SF7654321')
  await app.tap({ css: '.button', text: '发货' })
  await app.see('已发货')
  expect(await li.does('orders.show', { orderId: id })).toMatchObject({
    state: 'shipped',
    shipments: [{ trackingNumber: 'SF7654321' }],
  })
})

test('S3-26 a customer who opens a staff page by its URL sees no members', async () => {
  app = openShopApp(shop.devcloud, shop.customer('curious').openid, {
    url: '/pages/admin-customers/members/list/index',
  })
  await app.idle()
  expect(app.has('李秋')).toBe(false)
  expect(app.text()).toContain('店')
})
