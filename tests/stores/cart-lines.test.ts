import type * as ShopModule from '@/stores/shop'
import { openShop, type TestShop } from '../builders/shop'
import { openTestPhone, type TestPhone } from './test-phone'

/** Lines of the cart that go, come back, or change, on a phone against the local cloud. */

jest.setTimeout(30_000)

let testShop: TestShop
let phone: TestPhone
let shopModule: typeof ShopModule
beforeAll(async () => {
  testShop = await openShop()
  phone = openTestPhone(testShop.devcloud, 'oTest-wan')
  shopModule = jest.requireActual('@/stores/shop')
})
afterAll(() => testShop.close())

let customerCount = 0
const openCustomerShop = () => {
  customerCount += 1
  phone.storage.set('devcloud.openid', `oTest-customer${customerCount}`)
  return shopModule.createShop()
}

const quantities = (shop: ReturnType<typeof openCustomerShop>) =>
  shop.getState().cart.value?.lines.map(({ skuId, quantity }) => `${skuId}×${quantity}`)

test('what follows an undone removal is sent as ever', async () => {
  const shop = openCustomerShop()
  await shop.getState().addToCart('tea:1', 1)
  shop.getState().removeLines(['tea:1'])
  shop.getState().undoRemoval()
  await shop.getState().setQuantity('tea:1', 4)
  await shop.getState().loadCart()
  expect(quantities(shop)).toEqual(['tea:1×4'])
})

test('a line moved to the favourites stays when it cannot become one', async () => {
  const shop = openCustomerShop()
  await shop.getState().addToCart('tea:1', 1)
  await shop.getState().addToCart('honey:1', 1)
  const favourites = async () => {
    const { items } = await testShop
      .customer(`customer${customerCount}`)
      .does('catalog.favourites', {})
    return items.map(({ id }) => id)
  }
  shop.getState().moveToFavourites(['honey:1'])
  expect(shop.getState().removed).toEqual({ count: 1, isFavourite: true })
  expect(await favourites()).toEqual([])
  await shop.getState().settleRemoval()
  expect([await favourites(), quantities(shop)]).toEqual([['honey'], ['tea:1×1']])
  shop.getState().moveToFavourites(['tea:1'])
  phone.connection = 'none'
  await shop.getState().settleRemoval()
  phone.connection = 'good'
  expect(phone.toasts.at(-1)).toMatch(/还在购物车里|没有连上/)
  await shop.getState().loadCart()
  expect([await favourites(), quantities(shop)]).toEqual([['honey'], ['tea:1×1']])
})

test('another SKU keeps the pieces, also those just asked for', async () => {
  const shop = openCustomerShop()
  await shop.getState().addToCart('honey:1', 1)
  void shop.getState().setQuantity('honey:1', 3)
  shop.getState().toggleChosen('honey:1')
  expect(await shop.getState().swapSku('honey:1', 'honey:2')).toBe(true)
  expect(quantities(shop)).toEqual(['honey:2×3'])
  expect(shop.getState().unchosen).toEqual(['honey:2'])
  phone.connection = 'no answers'
  expect(await shop.getState().swapSku('honey:2', 'honey:1')).toBe(false)
  phone.connection = 'good'
  expect(await shop.getState().swapSku('honey:2', 'honey:1')).toBe(true)
  expect(quantities(shop)).toEqual(['honey:1×3'])
})
