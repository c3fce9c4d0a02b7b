import { must, openShop, type TestShop } from '../builders/shop'
import { reviews } from '../builders/voice'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
}, 60_000)
afterAll(() => shop.close())

it('a report by who never bought hides nothing; the staff see it, and settle it', async () => {
  const reader = shop.customer('reader')
  const { id } = await reviews(shop, shop.customer('envied'), { text: '非常好喝' })
  for (const name of ['n1', 'n2', 'n3', 'n4', 'n5']) {
    await shop.customer(name).does('reviews.report', { reviewId: id, reason: 'ad' })
  }
  expect(
    (await reader.does('reviews.list', { productId: 'tea' })).items.some(
      (review) => review.id === id,
    ),
  ).toBe(true)
  const reported = async () =>
    must(await shop.admin('reviews.list', { list: 'reported' })).items.find((one) => one.id === id)
  expect(await reported()).toMatchObject({ reports: {}, otherReports: { ad: 5 }, state: 'shown' })
  const waiting = must(await shop.admin('reviews.list', { list: 'waiting' }))
  expect(waiting.items.map((review) => review.id)).not.toContain(id)
  must(await shop.admin('reviews.decide', { reviewId: id, state: 'shown' }))
  expect(await reported()).toBeUndefined()
})
