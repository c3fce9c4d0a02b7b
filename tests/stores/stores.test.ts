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

/** The stores on a phone, against the local cloud. */

jest.setTimeout(30_000)

/** A cup with an optional engraving and a paid gift wrapping. */
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
/** Opens the shop as a new customer. */
const openCustomerShop = () => {
  customerCount += 1
  phone.storage.set('devcloud.openid', `oTest-customer${customerCount}`)
  return reopen()
}

/** Closes and reopens the app on the same phone. */
const reopen = () => {
  const shop = shopModule.createShop()
  persistedModule.persistStore(shop)
  return shop
}

const quantities = (shop: ReturnType<typeof openCustomerShop>) =>
  shop.getState().cart.value?.lines.map(({ skuId, quantity }) => `${skuId}×${quantity}`)

describe('a call', () => {
  test('returns an error instead of throwing when there is no connection', async () => {
    phone.connection = 'none'
    const answer = await callModule.callShop('members.me', {})
    expect(answer).toEqual({ ok: false, error: { code: 'NETWORK' } satisfies CallFailure })
  })
})

describe('cart changes', () => {
  test('an addition without an answer keeps its name, and is done once', async () => {
    const shop = openCustomerShop()
    phone.connection = 'no answers'
    expect(await shop.getState().addToCart('tea:1', 1)).toBe(false)
    phone.connection = 'good'
    expect(await shop.getState().addToCart('tea:1', 1)).toBe(true)
    expect(await shop.getState().addToCart('tea:1', 1)).toBe(true)
    const names = phone.calls.map(({ input }) => (input as { changeId: string }).changeId)
    const [lost, again, next] = names.slice(-3)
    expect([lost === again, again === next]).toEqual([true, false])
    expect(quantities(shop)).toEqual(['tea:1×2'])
  })

  test('are shown at once, and only the last of several is sent', async () => {
    const shop = openCustomerShop()
    await shop.getState().addToCart('tea:1', 1)
    const confirmed = [2, 3, 4, 5].map((quantity) => shop.getState().setQuantity('tea:1', quantity))
    expect(quantities(shop)).toEqual(['tea:1×5'])
    await Promise.all(confirmed)
    const sent = phone.calls.map(({ input }) => input)
    expect(sent).toEqual([
      { change: 'add', changeId: expect.any(String) as string, skuId: 'tea:1', quantity: 1 },
      { change: 'set', key: 'tea:1', skuId: 'tea:1', quantity: 2 },
      { change: 'set', key: 'tea:1', skuId: 'tea:1', quantity: 5 },
    ])
    await shop.getState().loadCart()
    expect(quantities(shop)).toEqual(['tea:1×5'])
  })

  test('are reverted with a toast when the call fails', async () => {
    const shop = openCustomerShop()
    await shop.getState().addToCart('honey:1', 2)
    phone.connection = 'none'
    const confirmed = shop.getState().setQuantity('honey:1', 3)
    expect(quantities(shop)).toEqual(['honey:1×3'])
    await confirmed
    expect(quantities(shop)).toEqual(['honey:1×2'])
    expect(phone.toasts).toEqual(['没有连上店里，看看网络，再试一次'])
  })

  test('remove several lines in one call', async () => {
    const shop = openCustomerShop()
    await shop.getState().addToCart('tea:1', 1)
    await shop.getState().addToCart('honey:1', 1)
    await shop.getState().addToCart('honey:2', 1)
    phone.calls.length = 0
    shop.getState().removeLines(['tea:1', 'honey:2'])
    await shop.getState().settleRemoval()
    expect(quantities(shop)).toEqual(['honey:1×1'])
    expect(phone.calls[0]?.input).toEqual({ change: 'remove', keys: ['tea:1', 'honey:2'] })
  })

  test('a removal comes back until it is settled, as a second one does the first', async () => {
    const shop = openCustomerShop()
    await shop.getState().addToCart('tea:1', 3)
    await shop.getState().addToCart('honey:1', 1)
    shop.getState().removeLines(['tea:1'])
    await shop.getState().loadCart()
    expect(quantities(shop)).toEqual(['honey:1×1'])
    shop.getState().undoRemoval()
    expect(quantities(shop)).toEqual(['honey:1×1', 'tea:1×3'])
    for (const key of ['tea:1', 'honey:1']) shop.getState().removeLines([key])
    shop.getState().undoRemoval()
    await shop.getState().settleRemoval()
    expect(quantities(shop)).toEqual(['honey:1×1'])
  })
})

describe('the cart total', () => {
  const totalOf = (shop: ReturnType<typeof openCustomerShop>) => {
    const { cart, unchosen } = shop.getState()
    if (!cart.value) throw new Error('the cart is not loaded')
    const chosen = cartModule.chosenLines(cart.value.lines, unchosen)
    return quote(cartModule.chosenPricingInput(cart.value, chosen), NO_CHOICE).totalFen
  }

  test('follows changes and choices at once, and equals the cloud’s total', async () => {
    const shop = openCustomerShop()
    await shop.getState().addToCart('tea:1', 1)
    await shop.getState().addToCart('honey:1', 1)
    const confirmed = shop.getState().setQuantity('tea:1', 3)
    expect(totalOf(shop)).toBe(3 * 6_800 + 3_990)
    await confirmed
    expect(totalOf(shop)).toBe(3 * 6_800 + 3_990)
    shop.getState().toggleChosen('tea:1')
    // Below the free freight threshold, freight is charged again.
    expect(totalOf(shop)).toBe(3_990 + 800)
  })

  test('keeps lines of one SKU with different options apart', async () => {
    const shop = openCustomerShop()
    const engraved = { fields: { name: '平安' }, services: ['wrap'] }
    await shop.getState().addToCart('cup:1', 1)
    await shop.getState().addToCart('cup:1', 2, engraved)
    const [written, plain] = shop.getState().cart.value?.lines ?? []
    expect(written).toMatchObject({ skuId: 'cup:1', quantity: 2, options: engraved })
    expect(plain).toMatchObject({ key: 'cup:1', quantity: 1 })
    expect(totalOf(shop)).toBe(3 * 5_000 + 2 * 1_000)
    shop.getState().removeLines([written?.key ?? ''])
    expect(quantities(shop)).toEqual(['cup:1×1'])
  })
})

describe('buying an order again', () => {
  test('fills the cart, names what is unavailable, and shows why a call failed', async () => {
    const shop = openCustomerShop()
    shop.getState().startCheckout([{ skuId: 'tea:1', quantity: 2 }])
    const customer = testShop.customer(`customer${customerCount}`)
    const { id } = await customer.buys('tea:1', 2)
    expect(await shop.getState().buyAgain(id)).toEqual([])
    expect(quantities(shop)).toEqual(['tea:1×2'])
    expect(await shop.getState().buyAgain('nobody0000000000')).toBeNull()
    expect(phone.toasts.at(-1)).toMatch(/没有找到/)
  })
})

describe('a draft order', () => {
  const lines = [{ skuId: 'tea:1', quantity: 1 }]
  const keptDraft = () => {
    const kept = phone.storage.get(`shop:oTest-customer${customerCount}`) as {
      kept?: { draft?: object }
    }
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

  test('stores its id before it is sent, and is the same order after a lost response', async () => {
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

  test('gets a new id when bought again or with other lines', () => {
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

  test('survives closing the app, and is cleared once ordered', () => {
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

describe('recorded events', () => {
  test('need consent, are sent with it, and are dropped after withdrawal', async () => {
    const shop = openCustomerShop()
    shop.getState().recordEvent('view', { productId: 'tea' })
    expect(shop.getState().unsent).toEqual([])

    await shop.getState().join(true)
    for (const productId of ['tea', 'honey', 'cherry'])
      shop.getState().recordEvent('view', { productId })
    await shop.getState().flushEvents()
    const sent = phone.calls.filter(({ operation }) => operation === 'events.record')
    expect(sent).toHaveLength(1)
    expect(sent[0]?.input).toMatchObject({ events: [{ productId: 'tea' }, {}, {}] })
    expect(shop.getState().unsent).toEqual([])

    shop.getState().recordEvent('search', { word: '茶' })
    await shop.getState().setConsent(['membership'])
    await shop.getState().flushEvents()
    expect(shop.getState().unsent).toEqual([])
    expect(phone.calls.filter(({ operation }) => operation === 'events.record')).toHaveLength(1)
  })

  test('stay on the phone while there is no connection', async () => {
    const shop = openCustomerShop()
    await shop.getState().join(true)
    phone.connection = 'none'
    shop.getState().recordEvent('view', { productId: 'tea' })
    await shop.getState().flushEvents()
    expect(shop.getState().unsent).toHaveLength(1)
    phone.connection = 'good'
    const again = reopen()
    await again.getState().flushEvents()
    expect(again.getState().unsent).toEqual([])
    expect(phone.calls.at(-1)).toMatchObject({
      operation: 'events.record',
      input: { events: [{ kind: 'view', productId: 'tea' }] },
    })
  })
})
