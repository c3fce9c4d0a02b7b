import { placeOrderInput } from '@core/contract/orders'
import { address, mintedId } from '@core/contract/primitives'
import { type Tier } from '@core/domain/members/sections'
import { NO_CHOICE } from '@core/domain/pricing/pricing-input'
import { tierAt } from '@core/domain/tiers/tier'
import { products } from '@local/demo/catalog'
import { addressOf } from '@local/demo/contact-details'
import { customers } from '@local/demo/customers'
import { OWNER_OPENID, personas } from '@local/demo/personas'
import { type Action, buildStory, type Step } from '@local/demo/story'
import * as v from 'valibot'
import { defaultProgram } from '../builders/program'

const story = buildStory(customers, products)
type Order = Extract<Action, { kind: 'order' }>
const ordersOf = (steps: readonly Step[]) =>
  steps.flatMap(({ actions }) => actions).filter((act): act is Order => act.kind === 'order')
const prices = new Map(products.flatMap(({ skus }) => skus.map((sku) => [sku.id, sku.priceFen])))
const fenOf = (order: Order) =>
  order.lines.reduce((sum, line) => sum + (prices.get(line.skuId) ?? NaN) * line.quantity, 0)
const stepsOf = (openid: string) => story.filter((step) => step.openid === openid)

describe('the story of the demo shop', () => {
  test('is the same each time it is built', () => {
    expect(buildStory(customers, products)).toEqual(story)
  })

  test('is of sixty customers with names and openids of their own', () => {
    expect(customers).toHaveLength(60)
    expect(new Set(customers.map(({ openid }) => openid)).size).toBe(60)
    expect(new Set(customers.map(({ name }) => name)).size).toBe(60)
    const openids = new Set(story.map(({ openid }) => openid))
    expect(openids).toEqual(new Set([...customers.map(({ openid }) => openid), OWNER_OPENID]))
  })

  test('knows every persona but the one who has never been here', () => {
    const strangers = personas.filter(({ openid }) => stepsOf(openid).length === 0)
    expect(strangers.map(({ name }) => name)).toEqual(['新客'])
  })

  test('asks for no more pieces than the shop opens with', () => {
    const wanted = new Map<string, number>()
    for (const { lines } of ordersOf(story)) {
      for (const { skuId, quantity } of lines) {
        wanted.set(skuId, (wanted.get(skuId) ?? 0) + quantity)
      }
    }
    const skus = products.flatMap((product) => product.skus)
    const missing = skus.filter((sku) => (wanted.get(sku.id) ?? 0) > sku.openingStock)
    expect(missing).toEqual([])
    expect(wanted.size).toBeGreaterThan(60)
  })

  test('places orders that the contract accepts, each id once', () => {
    const orders = ordersOf(story)
    expect(orders.length).toBeGreaterThan(150)
    expect(new Set(orders.map(({ orderId }) => orderId)).size).toBe(orders.length)
    for (const order of orders) {
      const { orderId, lines, remark } = order
      const deliverTo = { kind: 'saved' }
      const choice = NO_CHOICE
      const input = { orderId, lines, remark, deliverTo, choice, expectedTotalFen: fenOf(order) }
      expect(v.safeParse(placeOrderInput, input).issues).toBeUndefined()
      expect(v.is(mintedId, orderId)).toBe(true)
    }
  })

  test('asks for consent first of all, and never has actions out of order', () => {
    for (const { openid } of customers) {
      const actions = stepsOf(openid).flatMap((step) => step.actions.map((act) => act.kind))
      expect(['consent', 'join']).toContain(actions[0])
      expect(actions.filter((kind) => kind === 'join').length).toBeLessThan(2)
      const joined = actions.indexOf('join')
      const ordered = actions.indexOf('order')
      if (joined >= 0 && ordered >= 0) expect(joined).toBeLessThan(ordered)
    }
  })

  test('sends an order after it was placed and has it confirmed after it was sent', () => {
    const flat = story.flatMap(({ actions }) => actions)
    const at = (kind: Action['kind'], orderId: string) =>
      flat.findIndex((act) => act.kind === kind && 'orderId' in act && act.orderId === orderId)
    for (const { orderId } of ordersOf(story)) {
      const [sent, confirmed] = [at('ship', orderId), at('confirm', orderId)]
      if (sent >= 0) expect(sent).toBeGreaterThan(at('order', orderId))
      if (confirmed >= 0) expect(confirmed).toBeGreaterThan(sent)
    }
  })

  test('leaves orders to be sent, orders on their way, and orders that came to nothing', () => {
    const actions = story.flatMap((step) => step.actions)
    const idsOf = (kind: 'ship' | 'confirm') =>
      new Set(actions.flatMap((act) => (act.kind === kind ? [act.orderId] : [])))
    const [sent, confirmed] = [idsOf('ship'), idsOf('confirm')]
    const paid = ordersOf(story).filter((order) => order.end === 'paid')
    expect(paid.filter(({ orderId }) => !sent.has(orderId)).length).toBeGreaterThan(0)
    expect([...sent].filter((orderId) => !confirmed.has(orderId)).length).toBeGreaterThan(1)
    expect(new Set(ordersOf(story).map((order) => order.end)).size).toBe(3)
  })

  test('ends before today, except for one order that is still unpaid', () => {
    const today = story.filter((step) => step.daysAgo === 0)
    expect(today.map(({ openid }) => openid)).toEqual(['oDemo-zhouqiao'])
    expect(story.at(-1)).toBe(today[0])
    expect(Math.max(...story.map((step) => step.daysAgo))).toBeLessThanOrEqual(420)
  })

  test.each([
    ['oDemo-linwan', 'gold'],
    ['oDemo-zhaoqing', 'black'],
    ['oDemo-chenyu', 'silver'],
    ['oDemo-shenhe', 'basic'],
  ] satisfies [string, Tier][])('spends what makes %s %s', (openid, tier) => {
    const paid = ordersOf(stepsOf(openid)).filter((order) => order.end === 'paid')
    const growth = paid.reduce((sum, order) => sum + Math.floor(fenOf(order) / 100), 0)
    expect(tierAt(growth, defaultProgram)).toBe(tier)
  })

  test('sends parcels to places that the contract accepts', () => {
    for (const life of customers) {
      expect(v.safeParse(address, addressOf(life)).issues).toBeUndefined()
    }
  })
})
