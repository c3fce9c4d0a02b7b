import { draftProduct } from '../builders/catalog'
import { couponOffer } from '../builders/promotions'
import { article } from '../builders/service'
import { must, openShop, refused, type TestShop } from '../builders/shop'

/** A call whose answer was lost is sent again: it is answered alike, and done once. */

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
}, 60_000)
afterAll(() => shop.close())
afterEach(() => shop.devcloud.faults.clear())

/** The next commit takes place, and its caller does not hear of it. */
const loseAnswer = () =>
  shop.devcloud.faults.add({ kind: 'timeout-after', action: 'database.commitTransaction' })

const cartOf = async (name: string) =>
  (await shop.customer(name).does('cart.show', {})).lines.map(({ skuId, quantity }) => [
    skuId,
    quantity,
  ])

it('an addition to the cart with a name is done once, and each name by itself', async () => {
  const lin = shop.customer('lin')
  const add = { change: 'add' as const, skuId: 'tea:1', quantity: 2 }
  const named = { ...add, changeId: 'addition000000000001' }
  loseAnswer()
  expect(refused(await lin.call('cart.change', named))).toMatchObject({ code: 'INTERNAL' })
  await lin.does('cart.change', named)
  expect(await cartOf('lin')).toEqual([['tea:1', 2]])
  await lin.does('cart.change', { ...add, changeId: 'addition000000000002' })
  await lin.does('cart.change', add)
  expect(await cartOf('lin')).toEqual([['tea:1', 6]])
})

it('buying again is done once per name', async () => {
  const mo = shop.customer('mo')
  const { id: orderId } = await mo.buys('honey:2', 3)
  const input = { orderId, changeId: 'addition000000000003' }
  loseAnswer()
  expect(refused(await mo.call('orders.buyAgain', input))).toMatchObject({ code: 'INTERNAL' })
  await mo.does('orders.buyAgain', input)
  expect(await cartOf('mo')).toEqual([['honey:2', 3]])
})

it('an article saved again is saved, another change of it is stale', async () => {
  const first = article({ id: 'article00000000000001' })
  loseAnswer()
  expect(refused(await shop.admin('articles.save', first))).toMatchObject({ code: 'INTERNAL' })
  expect(must(await shop.admin('articles.save', first))).toMatchObject({ version: 1 })
  const other = { ...first, title: '别的题目' }
  expect(refused(await shop.admin('articles.save', other))).toMatchObject({ code: 'STALE' })
})

it('a programme saved again is in force, another one of the same version conflicts', async () => {
  const { version, values } = must(await shop.admin('program.show', {}))
  const save = (pointsPerYuan: number) =>
    shop.admin('program.save', { version, values: { ...values, pointsPerYuan } })
  loseAnswer()
  expect(refused(await save(2))).toMatchObject({ code: 'INTERNAL' })
  expect(must(await save(2))).toMatchObject({ version: version + 1 })
  expect(refused(await save(3))).toMatchObject({ code: 'VERSION_CONFLICT' })
})

it('a coupon saved or stopped again is as it is to be', async () => {
  const coupon = couponOffer('ten')
  must(await shop.admin('coupons.save', { coupon }))
  const fewer = { ...coupon, issuedMax: 50 }
  must(await shop.admin('coupons.save', { coupon: fewer }))
  expect(must(await shop.admin('coupons.save', { coupon: fewer }))).toMatchObject({
    coupon: { id: 'ten', issuedMax: 50 },
  })
  must(await shop.admin('coupons.stop', { couponId: 'ten' }))
  expect((await shop.admin('coupons.stop', { couponId: 'ten' })).ok).toBe(true)
  const unknown = await shop.admin('coupons.stop', { couponId: 'none' })
  expect(refused(unknown)).toMatchObject({ code: 'NOT_FOUND' })
})

it('a coupon claimed again under its id is the same copy, else the next one', async () => {
  const wen = shop.customer('wen')
  await wen.join()
  must(await shop.admin('coupons.save', { coupon: couponOffer('two', { perMemberMax: 2 }) }))
  const claims = (no: number) =>
    wen.call('coupons.claim', { couponId: 'two', claimId: `claimOfWen00000${no}` })
  const issued = async () =>
    must(await shop.admin('coupons.show', { couponId: 'two' })).coupon.issued
  const first = must(await claims(1))
  expect(must(await claims(1)).id).toBe(first.id)
  expect(await issued()).toBe(1)
  const second = must(await claims(2))
  expect(second.id).not.toBe(first.id)
  expect(must(await claims(1)).id).toBe(first.id)
  expect(refused(await claims(3))).toEqual({ code: 'LIMIT_REACHED' })
  expect(await issued()).toBe(2)
})

it('a code entered again under its id is the same copy', async () => {
  const cai = shop.customer('cai')
  await cai.join()
  must(await shop.admin('coupons.save', { coupon: couponOffer('code', { code: 'AUTUMN26' }) }))
  const named = { code: 'AUTUMN26', claimId: 'claimOfCai000001' }
  const once = await cai.does('coupons.enterCode', named)
  expect((await cai.does('coupons.enterCode', named)).id).toBe(once.id)
  expect(refused(await cai.call('coupons.enterCode', { code: 'AUTUMN26' }))).toEqual({
    code: 'LIMIT_REACHED',
  })
})

it('a favourite of which the history was lost is marked and remembered together', async () => {
  const an = shop.customer('an')
  await an.join()
  const { faults } = shop.devcloud
  faults.add({ kind: 'timeout-before', action: 'database.insertDocument', collection: 'events' })
  const wish = { productId: 'tea', isFavourite: true }
  expect(refused(await an.call('catalog.favourite', wish))).toMatchObject({ code: 'INTERNAL' })
  await an.does('catalog.favourite', wish)
  await an.does('catalog.favourite', wish)
  const { items } = must(await shop.admin('members.list', {}))
  const memberId = items.find(({ stage }) => stage === 'interested')?.id ?? ''
  const history = must(await shop.admin('members.history', { memberId })).items
  expect(history.filter(({ kind }) => kind === 'favourite')).toHaveLength(1)
})

it('a number set again in the cart is one event of the customer', async () => {
  const pu = shop.customer('pu')
  await pu.join()
  await pu.does('cart.change', { change: 'add', skuId: 'tea:1', quantity: 1 })
  const [line] = (await pu.does('cart.show', {})).lines
  const set = { change: 'set' as const, key: line?.key ?? '', skuId: 'tea:1', quantity: 3 }
  for (let times = 0; times < 3; times += 1) await pu.does('cart.change', set)
  const { items } = must(await shop.admin('members.list', { stage: 'interested' }))
  const timelines = await Promise.all(
    items.map(async ({ id }) => must(await shop.admin('members.timeline', { memberId: id })).items),
  )
  const carts = timelines.map((rows) => rows.filter(({ kind }) => kind === 'cart').length)
  expect(Math.max(...carts)).toBe(2)
})

it('a brand of a product whose save died is listed when it is saved again', async () => {
  const brands = async () =>
    (await shop.customer('guest').does('catalog.facets', {})).brands.map(({ name }) => name).sort()
  const product = draftProduct({ id: 'branded', brand: '山月' })
  const { faults } = shop.devcloud
  faults.add({ kind: 'timeout-before', action: 'database.insertDocument', collection: 'products' })
  expect(refused(await shop.admin('products.save', product))).toMatchObject({ code: 'INTERNAL' })
  must(await shop.admin('products.save', product))
  expect(await brands()).toEqual(['山月'])
  const renamed = { ...product, brand: '山雪' }
  faults.add({ kind: 'timeout-after', action: 'database.modifyDocument', collection: 'products' })
  expect(refused(await shop.admin('products.save', renamed))).toMatchObject({ code: 'INTERNAL' })
  must(await shop.admin('products.save', renamed))
  expect(await brands()).toEqual(['山雪'])
})
