import type { AdminContract, CallError, ShopContract } from '@core/contract'
import type { PlaceOrderInput } from '@core/contract/orders'
import type { SaveProductInput } from '@core/contract/products'
import { DEFAULT_SALE_TERMS } from '@core/domain/catalog/product'
import { NO_CHOICE, type PricingChoice } from '@core/domain/pricing/pricing-input'
import { quote } from '@core/domain/pricing/quote'
import type { Result } from '@core/kernel/result'
import { startDevcloud } from '@local/devcloud'
import { type Devcloud, type DevcloudOptions } from '@local/devcloud-types'

/** The owner of every test shop. */
export const OWNER = 'oTest-owner'

/** A Wednesday morning in Shanghai; test clocks start here. */
export const START = Date.parse('2026-03-04T10:00:00+08:00')

type Answer<C, K extends keyof C> = C[K] extends { output: infer O; error: infer E }
  ? Result<O, E | CallError>
  : never
type Input<C, K extends keyof C> = C[K] extends { input: infer I } ? I : never

/** A WeChat user of a test shop. */
export class Customer {
  private orders = 0

  constructor(
    private readonly devcloud: Devcloud,
    readonly openid: string,
  ) {}

  /** Calls an operation of the shop as this customer. */
  call<K extends keyof ShopContract>(operation: K, input: Input<ShopContract, K>) {
    const answer = this.devcloud.invoke('shop', { operation, input }, this.openid)
    return answer.then(untimed) as Promise<Answer<ShopContract, K>>
  }

  /** Calls an operation of the shop that must succeed. */
  async does<K extends keyof ShopContract>(operation: K, input: Input<ShopContract, K>) {
    return must(await this.call(operation, input)) as ShopContract[K]['output']
  }

  /** Joins, agreeing to everything. */
  join(nickname = '') {
    const consent = {
      version: '2026-11-01',
      purposes: ['membership' as const, 'insight' as const],
    }
    return this.does('members.join', { consent, nickname })
  }

  /** A fresh order id of this customer. */
  orderId(): string {
    this.orders += 1
    const name = this.openid.replace(/[^0-9A-Za-z]/g, '').slice(-16)
    return `${name}${String(this.orders).padStart(16, '0')}`
  }

  /** What `orders.place` needs for these lines at today's price. */
  async draft(lines: PlaceOrderInput['lines']): Promise<PlaceOrderInput> {
    return this.chooses(lines, NO_CHOICE)
  }

  /** The same with a coupon, points or samples. */
  async chooses(lines: PlaceOrderInput['lines'], choice: PricingChoice): Promise<PlaceOrderInput> {
    const { province } = ADDRESS
    const { material } = await this.does('orders.quote', { lines, province })
    return {
      orderId: this.orderId(),
      lines,
      deliverTo: { kind: 'new', address: ADDRESS },
      choice,
      remark: '',
      expectedTotalFen: quote(material, choice).totalFen,
    }
  }

  /** The price of lines as this customer's phone calculates it. */
  async price(lines: PlaceOrderInput['lines'], choice: PricingChoice = NO_CHOICE) {
    const { material } = await this.does('orders.quote', { lines })
    return quote(material, choice)
  }

  /** Places an order and answers it. */
  async places(skuId = 'tea:1', quantity = 1) {
    return this.does('orders.place', await this.draft([{ skuId, quantity }]))
  }

  /** Places and pays an order; answers it as it is after the notice. */
  async buys(skuId = 'tea:1', quantity = 1) {
    const { id } = await this.places(skuId, quantity)
    await this.pays(id)
    return this.does('orders.show', { orderId: id })
  }

  /** Pays an order that waits for it. */
  async pays(orderId: string) {
    await this.does('orders.pay', { orderId })
    return this.devcloud.pay({ outTradeNo: orderId, outcome: 'success' })
  }
}

/** An answer without the time that it carries, which differs from call to call. */
export const untimed = (answer: unknown): unknown => {
  const { at: _at, ...rest } = answer as { at?: number }
  return rest
}

/** Where test parcels go. */
export const ADDRESS = {
  name: '林晚',
  phone: '13800006021',
  province: '浙江省',
  city: '杭州市',
  district: '西湖区',
  street: '文三路 478 号',
}

/** The value of a success; a failure fails the test with its whole answer. */
export function must<T>(answer: Result<T, unknown>): T {
  if (answer.ok) return answer.value
  throw new Error(`expected a success: ${JSON.stringify(answer.error)}`)
}

/** The error of a failure; a success fails the test. */
export function refused<E>(answer: Result<unknown, E>): E {
  if (!answer.ok) return answer.error
  throw new Error(`expected a refusal: ${JSON.stringify(answer.value)}`)
}

/** A shop on a devcloud of its own, with a small catalogue, for tests of operations. */
export type TestShop = {
  devcloud: Devcloud
  customer(name: string): Customer
  admin<K extends keyof AdminContract>(
    operation: K,
    input: Input<AdminContract, K>,
  ): Promise<Answer<AdminContract, K>>
  /** Pieces of a SKU that can be had now, as its product's page says. */
  available(skuId: string): Promise<number>
  close(): Promise<void>
}

const product = (
  id: string,
  title: string,
  skus: { priceFen: number; stock: number; values?: string[] }[],
): SaveProductInput => ({
  ...DEFAULT_SALE_TERMS,
  id,
  details: [],
  guide: [],
  categoryId: 'all',
  title,
  subtitle: '一年只取一次',
  pictures: ['honey-pot'],
  description: '',
  attributes: [],
  dimensions: skus.some((sku) => sku.values)
    ? [{ name: '规格', values: skus.flatMap((sku) => sku.values ?? []) }]
    : [],
  isOnSale: true,
  sort: 10,
  keywords: [],
  skus: skus.map(({ priceFen, stock, values = [] }, at) => ({
    id: `${id}:${at + 1}`,
    code: '',
    values,
    priceFen,
    weightGrams: 0,
    marketFen: null,
    picture: 'honey-pot',
    isOnSale: true,
    openingStock: stock,
  })),
})

/** Tea at ¥68.00 (90 pieces), honey of two sizes, and the very last cherry. */
export const PRODUCTS = [
  product('tea', '明前龙井', [{ priceFen: 6_800, stock: 90 }]),
  product('honey', '秦岭土蜂蜜', [
    { priceFen: 3_990, stock: 50, values: ['250g'] },
    { priceFen: 6_800, stock: 50, values: ['500g'] },
  ]),
  product('cherry', '山东大樱桃', [{ priceFen: 12_900, stock: 1 }]),
]

/** The only category of a test shop. */
const CATEGORY = { id: 'all', name: '全部', picture: 'honey-pot', sort: 1, parentId: null }

/** Opens a test shop. Close it when the tests of the file are done. */
export async function openShop(options: DevcloudOptions = {}): Promise<TestShop> {
  const shop = await openEmptyShop(options)
  must(await shop.admin('categories.save', CATEGORY))
  for (const one of PRODUCTS) must(await shop.admin('products.save', one))
  return shop
}

/** Opens a shop that has nothing on its shelves yet. */
export async function openEmptyShop(options: DevcloudOptions = {}): Promise<TestShop> {
  const devcloud = await startDevcloud({
    clock: { frozen: true, start: START },
    personas: [{ openid: OWNER, name: '店主', note: '', role: 'merchant' }],
    poolSize: 2,
    warn: (line) => console.warn(line),
    ...options,
  })
  const admin: TestShop['admin'] = (operation, input) =>
    devcloud.invoke('admin', { operation, input }, OWNER).then(untimed) as never
  const customers = new Map<string, Customer>()
  const visitor = new Customer(devcloud, 'oTest-visitor')
  return {
    devcloud,
    customer(name) {
      const known = customers.get(name) ?? new Customer(devcloud, `oTest-${name}`)
      customers.set(name, known)
      return known
    },
    admin,
    async available(skuId) {
      const { skus } = await visitor.does('catalog.product', {
        productId: skuId.split(':')[0] ?? '',
      })
      return skus.find((sku) => sku.id === skuId)?.available ?? -1
    },
    close: () => devcloud.close(),
  }
}
