import type { SaveProductInput } from '@core/contract/products'
import type { CustomerHistory } from '../customers'
import { seededRandom } from '../random'
import { orderDays, visitDays } from './days'
import { orderSteps } from './orders'
import type { Action, Step } from './step'
import { type StockTracker, trackStock } from './stock-tracker'
import { interestActions, visitStep } from './visits'

export type { Action, Line, Ordering, Step } from './step'

/** The share of members who join on their first visit. */
const EAGER_PART = 0.6

/**
 * Everything that customers do in the demo shop, oldest first. It is the same each time, and it
 * never orders more than is in stock.
 */
export const buildStory = (
  customers: readonly CustomerHistory[],
  products: readonly SaveProductInput[],
): Step[] => {
  const stock = trackStock(products)
  const steps = customers.flatMap((customer) => customerSteps(customer, stock))
  return [...merged(steps).values()].sort(byDay)
}

const customerSteps = (customer: CustomerHistory, stock: StockTracker): Step[] => {
  const random = seededRandom(customer.openid)
  const tools = { random, stock }
  const days = orderDays(customer, random)
  const visits = visitDays(customer, random)
    .filter((daysAgo) => !days.includes(daysAgo))
    .map((daysAgo) => visitStep(customer, daysAgo, tools))
  visits.at(-1)?.actions.push(...interestActions(customer, tools))
  const orders = days.flatMap((daysAgo, at) => {
    const isLast = at === days.length - 1
    return orderSteps(customer, { daysAgo, count: at + 1, end: 'paid', isLast }, tools)
  })
  const steps = [...visits, ...orders, ...failedOrderSteps(customer, days, tools)]
  return withFirstActions(customer, steps)
}

type StoryTools = { random: ReturnType<typeof seededRandom>; stock: StockTracker }

/** Orders that are not completed: left unpaid, cancelled, or not paid yet. */
const failedOrderSteps = (
  customer: CustomerHistory,
  days: readonly number[],
  tools: StoryTools,
): Step[] => {
  const count = days.length + 1
  if (customer.leavesUnpaid) return orderSteps(customer, { daysAgo: 0, count, end: 'left' }, tools)
  const day = days[1]
  if (!customer.failedOrder || day === undefined) return []
  return orderSteps(customer, { daysAgo: day + 1, count, end: customer.failedOrder }, tools)
}

/** Consent comes before anything else, alone or with joining; many join only for an order. */
const withFirstActions = (customer: CustomerHistory, steps: readonly Step[]): Step[] => {
  const own = steps.filter((step) => step.openid === customer.openid).sort(byDay)
  const first = own[0]
  const firstOrder = own.find((step) => step.actions.some((action) => action.kind === 'order'))
  const isEager = seededRandom(`join ${customer.openid}`).next() < EAGER_PART
  const joining = isEager ? first : (firstOrder ?? first)
  const joins = !customer.isGuest && joining !== undefined
  if (joins) joining.actions.unshift({ kind: 'join' })
  if (!joins || joining !== first) first?.actions.unshift({ kind: 'consent' })
  return [...steps]
}

const byDay = (a: Step, b: Step) => b.daysAgo - a.daysAgo

/** What one person does on one day is one step; confirming comes before anything new. */
const merged = (steps: readonly Step[]): Map<string, Step> => {
  const all = new Map<string, Step>()
  for (const step of steps) {
    const key = `${step.openid} ${step.daysAgo}`
    const same = all.get(key)
    all.set(key, same ? { ...same, actions: inOrder([...same.actions, ...step.actions]) } : step)
  }
  return all
}

const FIRST: readonly Action['kind'][] = ['consent', 'join', 'confirm']
const rank = (action: Action) =>
  FIRST.includes(action.kind) ? FIRST.indexOf(action.kind) : FIRST.length
const inOrder = (actions: readonly Action[]): Action[] =>
  [...actions].sort((a, b) => rank(a) - rank(b))
