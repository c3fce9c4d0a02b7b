import type { SaveProductInput } from '@core/contract/products'
import type { Life } from '../lives'
import { chanceOf } from '../random'
import { orderDays, visitDays } from './days'
import { orderSteps } from './orders'
import type { Act, Step } from './step'
import { openStockroom, type Stockroom } from './stockroom'
import { interestActs, visitStep } from './visits'

export type { Act, Line, Ordering, Step } from './step'

/** The part of members who join on their first visit. */
const EAGER_PART = 0.6

/**
 * Everything that happens in the demo shop, oldest first: who does what on which day. It is the
 * same each time, and it asks for no piece that is not there.
 */
export const tellStory = (
  lives: readonly Life[],
  products: readonly SaveProductInput[],
): Step[] => {
  const stockroom = openStockroom(products)
  const steps = lives.flatMap((life) => lifeSteps(life, stockroom))
  return [...merged(steps).values()].sort(byDay)
}

const lifeSteps = (life: Life, stockroom: Stockroom): Step[] => {
  const chance = chanceOf(life.openid)
  const told = { chance, stockroom }
  const days = orderDays(life, chance)
  const visits = visitDays(life, chance)
    .filter((daysAgo) => !days.includes(daysAgo))
    .map((daysAgo) => visitStep(life, daysAgo, told))
  visits.at(-1)?.acts.push(...interestActs(life, told))
  const orders = days.flatMap((daysAgo, at) => {
    const isLast = at === days.length - 1
    return orderSteps(life, { daysAgo, count: at + 1, end: 'paid', isLast }, told)
  })
  const steps = [...visits, ...orders, ...secondThoughts(life, days, told)]
  return withFirstActs(life, steps)
}

type Told = { chance: ReturnType<typeof chanceOf>; stockroom: Stockroom }

/** Orders that come to nothing: left unpaid, cancelled, or not paid yet. */
const secondThoughts = (life: Life, days: readonly number[], told: Told): Step[] => {
  const count = days.length + 1
  if (life.leavesUnpaid) return orderSteps(life, { daysAgo: 0, count, end: 'left' }, told)
  const day = days[1]
  if (!life.regrets || day === undefined) return []
  return orderSteps(life, { daysAgo: day + 1, count, end: life.regrets }, told)
}

/** Consent comes before anything else, alone or with joining; many join only for an order. */
const withFirstActs = (life: Life, steps: readonly Step[]): Step[] => {
  const own = steps.filter((step) => step.openid === life.openid).sort(byDay)
  const first = own[0]
  const firstOrder = own.find((step) => step.acts.some((act) => act.kind === 'order'))
  const isEager = chanceOf(`join ${life.openid}`).next() < EAGER_PART
  const joining = isEager ? first : (firstOrder ?? first)
  const joins = !life.isGuest && joining !== undefined
  if (joins) joining.acts.unshift({ kind: 'join' })
  if (!joins || joining !== first) first?.acts.unshift({ kind: 'consent' })
  return [...steps]
}

const byDay = (a: Step, b: Step) => b.daysAgo - a.daysAgo

/** What one person does on one day is one step; confirming comes before anything new. */
const merged = (steps: readonly Step[]): Map<string, Step> => {
  const all = new Map<string, Step>()
  for (const step of steps) {
    const key = `${step.openid} ${step.daysAgo}`
    const same = all.get(key)
    all.set(key, same ? { ...same, acts: inOrder([...same.acts, ...step.acts]) } : step)
  }
  return all
}

const FIRST: readonly Act['kind'][] = ['consent', 'join', 'confirm']
const rank = (act: Act) => (FIRST.includes(act.kind) ? FIRST.indexOf(act.kind) : FIRST.length)
const inOrder = (acts: readonly Act[]): Act[] => [...acts].sort((a, b) => rank(a) - rank(b))
