import type { PlaceOrderInput } from '@core/contract/orders'
import { NO_CHOICE } from '@core/domain/pricing/pricing-input'
import { quote } from '@core/domain/pricing/quote'
import type * as CallModule from '@/services/call'
import type { CallFailure } from '@/services/call'
import type * as CartModule from '@/stores/cart'
import type * as PersistedModule from '@/stores/persisted'
import type * as ShopModule from '@/stores/shop'
import { draftProduct } from '../builders/catalog'
import { ADDRESS, must, openShop, type TestShop } from '../builders/shop'
import { openTestPhone, type TestPhone } from './test-phone'

/** The stores on a phone, against a real devcloud. */

jest.setTimeout(30_000)

/** A cup on which a name can be written, and which can be wrapped for a price. */
const CUP = draftProduct({
  id: 'cup',
  fields: [
    { id: 'name', label: '刻字', kind: 'text', choices: [], maxLength: 6, isRequired: false },
  ],
  services: [{ id: 'wrap', name: '礼盒包装', priceFen: 1_000, note: '' }],
  skus: [{ id: 'cup:1', priceFen: 5_000 }],
})

let testShop: TestShop
let phone: TestPhone
let shopModule: typeof ShopModule
let callModule: typeof CallModule
let cartModule: typeof CartModule
let persistedModule: typeof PersistedModule

beforeAll(async () => {
  testShop = await openShop()
  must(await testShop.admin('products.save', CUP))
  phone = openTestPhone(testShop.devcloud, 'oTest-wan')
  callModule = jest.requireActual('@/services/call')
  shopModule = jest.requireActual('@/stores/shop')
  cartModule = jest.requireActual('@/stores/cart')
  persistedModule = jest.requireActual('@/stores/persisted')
})
afterAll(() => testShop.close())
beforeEach(() => {
  phone.connection = 'good'
  phone.onCall = () => undefined
  phone.calls.length = 0
  phone.toasts.length = 0
})

let customerCount = 0
/** A customer of their own with an opened shop on their phone. */
const openCustomerShop = () => {
  customerCount += 1
  phone.storage.set('devcloud.openid', `oTest-person${customerCount}`)
  return reopen()
}

/** The app closed and opened again on the same phone. */
const reopen = () => {
  const shop = shopModule.createShop()
  persistedModule.persistStore(shop)
  return shop
}

const quantities = (shop: ReturnType<typeof openCustomerShop>) =>
  shop.getState().cart.value?.lines.map(({ skuId, quantity }) => `${skuId}×${quantity}`)

describe('a call', () => {
  test('comes to an error, not to a throw, when there is no connection', async () => {
    phone.connection = 'none'
    const answer = await callModule.callShop('members.me', {})
    expect(answer).toEqual({ ok: false, error: { code: 'NETWORK' } satisfies CallFailure })
  })
})

describe('the cart under the thumb', () => {
  test('shows the wish at once and sends only the last of several', async () => {
    const shop = openCustomerShop()
    await shop.getState().addToCart('tea:1', 1)
    const granted = [2, 3, 4, 5].map((wish) => shop.getState().setQuantity('tea:1', wish))
    expect(quantities(shop)).toEqual(['tea:1×5'])
    await Promise.all(granted)
    const sent = phone.calls.map(({ input }) => input)
    expect(sent).toEqual([
      { change: 'add', skuId: 'tea:1', quantity: 1 },
      { change: 'set', key: 'tea:1', skuId: 'tea:1', quantity: 2 },
      { change: 'set', key: 'tea:1', skuId: 'tea:1', quantity: 5 },
    ])
    await shop.getState().loadCart()
    expect(quantities(shop)).toEqual(['tea:1×5'])
  })

  test('goes back to what the cloud has, and says why, when a wish is refused', async () => {
    const shop = openCustomerShop()
    await shop.getState().addToCart('honey:1', 2)
    phone.connection = 'none'
    const granted = shop.getState().setQuantity('honey:1', 3)
    expect(quantities(shop)).toEqual(['honey:1×3'])
    await granted
    expect(quantities(shop)).toEqual(['honey:1×2'])
    expect(phone.toasts).toEqual(['没有连上店里，看看网络，再试一次'])
  })

  test('takes several lines out in one call', async () => {
    const shop = openCustomerShop()
    await shop.getState().addToCart('tea:1', 1)
    await shop.getState().addToCart('honey:1', 1)
    await shop.getState().addToCart('honey:2', 1)
    phone.calls.length = 0
    await shop.getState().removeLines(['tea:1', 'honey:2'])
    expect(quantities(shop)).toEqual(['honey:1×1'])
    expect(phone.calls.length).toBeLessThanOrEqual(2)
  })
})

describe('the cart’s running total', () => {
  const totalOf = (shop: ReturnType<typeof openCustomerShop>) => {
    const { cart, unchosen } = shop.getState()
    if (!cart.value) throw new Error('the cart has not come')
    const chosen = cartModule.chosenLines(cart.value.lines, unchosen)
    return quote(cartModule.chosenPricingInput(cart.value, chosen), NO_CHOICE).totalFen
  }

  test('follows the wish and the choice at once, and is what the cloud then says', async () => {
    const shop = openCustomerShop()
    await shop.getState().addToCart('tea:1', 1)
    await shop.getState().addToCart('honey:1', 1)
    const granted = shop.getState().setQuantity('tea:1', 3)
    expect(totalOf(shop)).toBe(3 * 6_800 + 3_990)
    await granted
    expect(totalOf(shop)).toBe(3 * 6_800 + 3_990)
    shop.getState().toggleChosen('tea:1')
    // Below the amount that frees the parcel its freight is due again.
    expect(totalOf(shop)).toBe(3_990 + 800)
  })

  test('parts lines of one SKU by what is asked for with them', async () => {
    const shop = openCustomerShop()
    const engraved = { fields: { name: '平安' }, services: ['wrap'] }
    await shop.getState().addToCart('cup:1', 1)
    await shop.getState().addToCart('cup:1', 2, engraved)
    const [written, plain] = shop.getState().cart.value?.lines ?? []
    expect(written).toMatchObject({ skuId: 'cup:1', quantity: 2, options: engraved })
    expect(plain).toMatchObject({ key: 'cup:1', quantity: 1 })
    expect(totalOf(shop)).toBe(3 * 5_000 + 2 * 1_000)
    await shop.getState().removeLines([written?.key ?? ''])
    expect(quantities(shop)).toEqual(['cup:1×1'])
  })
})

describe('buying an order again', () => {
  test('fills the cart, names what is not to be had, and says why nothing came', async () => {
    const shop = openCustomerShop()
    shop.getState().startCheckout([{ skuId: 'tea:1', quantity: 2 }])
    const person = testShop.customer(`person${customerCount}`)
    const { id } = await person.buys('tea:1', 2)
    expect(await shop.getState().buyAgain(id)).toEqual([])
    expect(quantities(shop)).toEqual(['tea:1×2'])
    expect(await shop.getState().buyAgain('nobody0000000000')).toBeNull()
    expect(phone.toasts.at(-1)).toMatch(/已经没有了/)
  })
})

describe('an order being made', () => {
  const lines = [{ skuId: 'tea:1', quantity: 1 }]
  const keptDraft = () => {
    const kept = phone.storage.get(`shop:oTest-person${customerCount}`) as { kept?: { draft?: object } }
    return kept.kept?.draft
  }
  const send = (shop: ReturnType<typeof openCustomerShop>) => {
    const orderId = shop.getState().draft?.orderId ?? ''
    const input: PlaceOrderInput = {
      orderId,
      lines,
      deliverTo: { kind: 'new', address: ADDRESS },
      choice: NO_CHOICE,
      remark: '',
      expectedTotalFen: 7_600,
    }
    return callModule.callShop('orders.place', input)
  }

  test('has its id before it is sent, and is the same order after a lost answer', async () => {
    const shop = openCustomerShop()
    let keptWhenSent: object | undefined
    phone.onCall = () => void (keptWhenSent = keptDraft())
    shop.getState().startCheckout(lines)
    phone.connection = 'no answers'
    expect(await send(shop)).toEqual({ ok: false, error: { code: 'NETWORK' } })
    const { orderId } = shop.getState().draft ?? {}
    expect(keptWhenSent).toMatchObject({ orderId, lines })

    phone.connection = 'good'
    const again = reopen()
    again.getState().startCheckout(lines)
    expect(again.getState().draft?.orderId).toBe(orderId)
    expect(await send(again)).toMatchObject({ ok: true, value: { id: orderId } })
    const orders = await callModule.callShop('orders.list', {})
    expect(orders).toMatchObject({ ok: true, value: { items: [{ id: orderId }], next: null } })
  })

  test('is another order when the same is bought again, or other lines are', () => {
    const shop = openCustomerShop()
    shop.getState().startCheckout(lines)
    const first = shop.getState().draft?.orderId
    shop.getState().markPlaced()
    shop.getState().startCheckout(lines)
    const second = shop.getState().draft?.orderId
    shop.getState().startCheckout([{ skuId: 'tea:1', quantity: 2 }])
    const third = shop.getState().draft?.orderId
    expect(new Set([first, second, third]).size).toBe(3)
    for (const id of [first, second, third]) expect(id).toMatch(/^[0-9a-z]{16,32}$/)
  })

  test('keeps what was typed when the app is closed, and lets go of it once ordered', () => {
    const shop = openCustomerShop()
    shop.getState().startCheckout(lines)
    shop.getState().setRemark('放门口')
    shop.getState().setAddressForm({ name: '林晚' })
    shop.getState().setChoice({ points: 300 })
    const again = reopen().getState()
    expect(again.draft?.remark).toBe('放门口')
    expect(again.draft?.choice).toEqual({ grantId: 'best', points: 300, samples: [] })
    expect(again.addressForm).toEqual({ name: '林晚' })
    shop.getState().endCheckout()
    expect(reopen().getState()).toMatchObject({ draft: null, addressForm: {} })
  })
})

describe('what was looked at', () => {
  test('is not noted before consent, is told at once after it, not after withdrawal', async () => {
    const shop = openCustomerShop()
    shop.getState().recordEvent('view', { productId: 'tea' })
    expect(shop.getState().untold).toEqual([])

    await shop.getState().join(true)
    for (const productId of ['tea', 'honey', 'cherry']) shop.getState().recordEvent('view', { productId })
    await shop.getState().flushEvents()
    const told = phone.calls.filter(({ operation }) => operation === 'events.record')
    expect(told).toHaveLength(1)
    expect(told[0]?.input).toMatchObject({ events: [{ productId: 'tea' }, {}, {}] })
    expect(shop.getState().untold).toEqual([])

    shop.getState().recordEvent('search', { word: '茶' })
    await shop.getState().setConsent(['membership'])
    await shop.getState().flushEvents()
    expect(shop.getState().untold).toEqual([])
    expect(phone.calls.filter(({ operation }) => operation === 'events.record')).toHaveLength(1)
  })

  test('waits on the phone for a lost connection', async () => {
    const shop = openCustomerShop()
    await shop.getState().join(true)
    phone.connection = 'none'
    shop.getState().recordEvent('view', { productId: 'tea' })
    await shop.getState().flushEvents()
    expect(shop.getState().untold).toHaveLength(1)
    phone.connection = 'good'
    const again = reopen()
    await again.getState().flushEvents()
    expect(again.getState().untold).toEqual([])
    expect(phone.calls.at(-1)).toMatchObject({
      operation: 'events.record',
      input: { events: [{ kind: 'view', productId: 'tea' }] },
    })
  })
})
