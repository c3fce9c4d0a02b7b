import type { CustomerHistory } from '../customers'
import type { SeededRandom } from '../random'

/** How far an order may deviate from even spacing, as a part of the gap. */
const JITTER = 0.18

/** The days of a customer's orders, counted back from today, oldest first, each day once. */
export const orderDays = (
  { orders = 0, from, until }: CustomerHistory,
  random: SeededRandom,
): number[] => {
  if (typeof orders !== 'number') return [...orders]
  if (orders <= 1) return orders === 1 ? [until] : []
  const gap = (from - until) / (orders - 1)
  const strayed = Array.from({ length: orders }, (_, at) => {
    const even = from - gap * at
    const isEnd = at === 0 || at === orders - 1
    return Math.round(isEnd ? even : even + (random.next() * 2 - 1) * JITTER * gap)
  })
  return [...new Set(strayed)]
}

/** The days of visits without an order: the first and the last day, and some between. */
export const visitDays = (
  { visits = 0, from, until }: CustomerHistory,
  random: SeededRandom,
): number[] => {
  const between = Array.from({ length: Math.max(0, visits - 2) }, () => random.between(until, from))
  return [...new Set([from, ...between, until])].sort((a, b) => b - a)
}
