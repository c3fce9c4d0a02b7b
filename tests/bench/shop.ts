import { PRIVACY_VERSION } from '@core/domain/members/consent'
import { NO_CHOICE } from '@core/domain/pricing/pricing-input'
import { quote } from '@core/domain/pricing/quote'
import { callAdmin, callShop } from '@local/demo/call'
import { categories, products, tags } from '@local/demo/catalog'
import { homeContent } from '@local/demo/home-content'
import { personas } from '@local/demo/personas'
import { startDevcloud } from '@local/devcloud'
import { type Devcloud, type DevcloudOptions } from '@local/devcloud-types'
import { buildFunctions } from '../../config/functions.build'

/** So much that no measurement sells out. */
const PLENTY = 1_000_000

/** The SKUs that measurements buy: of three products, so that an order has three lines. */
export const SKU_IDS = products.slice(0, 3).map(({ id, skus: [sku] }) => {
  if (!sku) throw new Error(`${id} has no SKU`)
  return sku.id
})

/** A devcloud with the demo shop's catalogue and no customers yet; the caller closes it. */
export const openShop = async (options: DevcloudOptions = {}): Promise<Devcloud> => {
  await buildFunctions()
  const devcloud = await startDevcloud({ personas, isTicking: false, ...options })
  for (const category of categories) await callAdmin(devcloud, 'categories.save', category)
  for (const tag of tags) await callAdmin(devcloud, 'tags.save', tag)
  for (const product of products) {
    const skus = product.skus.map((sku) => ({ ...sku, openingStock: PLENTY }))
    await callAdmin(devcloud, 'products.save', { ...product, skus })
  }
  await callAdmin(devcloud, 'home.save', homeContent)
  return devcloud
}

/** A customer's address, like those of the demo. */
const ADDRESS = {
  name: '林晚',
  phone: '13800000000',
  province: '浙江省',
  city: '杭州市',
  district: '西湖区',
  street: '龙井路 1 号',
}

/** A customer who buys the same three things each time; `no` makes the ids. */
export const customer = (devcloud: Devcloud, no: number) => {
  const openid = `oBench-${no}`
  const who = { devcloud, openid }
  const lines = SKU_IDS.map((skuId) => ({ skuId, quantity: 1 }))
  let orders = 0
  const nextId = () => `bench${String(no).padStart(5, '0')}x${String(orders++).padStart(9, '0')}`
  return {
    who,
    lines,
    join: () =>
      callShop(who, 'members.join', {
        consent: { version: PRIVACY_VERSION, purposes: ['membership', 'insight'] },
      }),
    /** Asks for the price and places the order at it; answers its id. */
    place: async () => {
      const orderId = nextId()
      const { province } = ADDRESS
      const { material } = await callShop(who, 'orders.quote', { lines, province })
      const expectedTotalFen = quote(material, NO_CHOICE).totalFen
      const deliverTo = { kind: 'new', address: ADDRESS } as const
      const order = { orderId, lines, deliverTo, choice: NO_CHOICE, remark: '', expectedTotalFen }
      await callShop(who, 'orders.place', order)
      return orderId
    },
    /** Pays in WeChat and waits until the shop has taken the notice. */
    pay: async (orderId: string) => {
      const payment = await callShop(who, 'orders.pay', { orderId })
      if (payment.kind === 'nothingToPay') return
      const { notices } = await devcloud.pay({ payment: payment.arguments })
      const status = notices.at(-1)?.status ?? 0
      if (status !== 200 && status !== 204) throw new Error(`the notice was answered ${status}`)
    },
  }
}
