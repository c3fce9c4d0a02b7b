import type { SaveProductInput } from '@core/contract/products'
import type { Life } from '../customers'
import { seededRandom } from '../random'
import { orderDays, visitDays } from './days'
import { orderSteps } from './orders'
import type { Action, Step } from './step'
import { trackStock, type StockTracker } from './stock-tracker'
import { interestActions, visitStep } from './visits'

export type { Action, Line, Ordering, Step } from './step'

/** The part of members who join on their first visit. */
const EAGER_PART = 0.6

/**
 * Everything that happens in the demo shop, oldest first: who does what on which day. It is the
 * same each time, and it asks for no piece that is not there.
 */
export const buildStory = (
  lives: readonly Life[],
  products: readonly SaveProductInput[],
): Step[] => {
  const stockroom = trackStock(products)
  const steps = lives.flatMap((life) => customerSteps(life, stockroom))
  return [...merged(steps).values()].sort(byDay)
}

const customerSteps = (life: Life, stockroom: StockTracker): Step[] => {
  const chance = seededRandom(life.openid)
  const told = { chance, stockroom }
  const days = orderDays(life, chance)
  const visits = visitDays(life, chance)
    .filter((daysAgo) => !days.includes(daysAgo))
    .map((daysAgo) => visitStep(life, daysAgo, told))
  visits.at(-1)?.actions.push(...interestActions(life, told))
  const orders = days.flatMap((daysAgo, at) => {
    const isLast = at === days.length - 1
    return orderSteps(life, { daysAgo, count: at + 1, end: 'paid', isLast }, told)
  })
  const steps = [...visits, ...orders, ...failedOrderSteps(life, days, told)]
  return withFirstActions(life, steps)
}

type StoryTools = { chance: ReturnType<typeof seededRandom>; stockroom: StockTracker }

/** Orders that come to nothing: left unpaid, cancelled, or not paid yet. */
const failedOrderSteps = (life: Life, days: readonly number[], told: StoryTools): Step[] => {
  const count = days.length + 1
  if (life.leavesUnpaid) return orderSteps(life, { daysAgo: 0, count, end: 'left' }, told)
  const day = days[1]
  if (!life.failedOrder || day === undefined) return []
  return orderSteps(life, { daysAgo: day + 1, count, end: life.failedOrder }, told)
}

/** Consent comes before anything else, alone or with joining; many join only for an order. */
const withFirstActions = (life: Life, steps: readonly Step[]): Step[] => {
  const own = steps.filter((step) => step.openid === life.openid).sort(byDay)
  const first = own[0]
  const firstOrder = own.find((step) => step.actions.some((act) => act.kind === 'order'))
  const isEager = seededRandom(`join ${life.openid}`).next() < EAGER_PART
  const joining = isEager ? first : (firstOrder ?? first)
  const joins = !life.isGuest && joining !== undefined
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
const rank = (act: Action) => (FIRST.includes(act.kind) ? FIRST.indexOf(act.kind) : FIRST.length)
const inOrder = (acts: readonly Action[]): Action[] => [...acts].sort((a, b) => rank(a) - rank(b))
