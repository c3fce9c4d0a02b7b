import type { AdminContract, ShopContract } from '@core/contract'
import type { ListedOutcome } from '@core/contract/shipping'
import type { Result } from '@core/kernel/result'
import type { ShopCopy } from '@local/devcloud-state'
import type { Devcloud } from '@local/devcloud-types'
import type { Customer, TestShop } from '../../builders/shop'

/**
 * The shop that scenarios prepare. 林晚 has bought once and has points to spend; `grantId` is her
 * coupon, and two promotions run: a price with stock of its own, and a gift.
 */
export type World = {
  shop: TestShop
  devcloud: Devcloud
  lin: Customer
  grantId: string
  /** What scenarios have in common is done once. */
  remembered: Map<string, Remembered>
}

type Remembered = { copy: ShopCopy; value: string }

/** Does what leads to a common situation, or goes back to a shop in which it was done. */
export async function remember(
  world: World,
  name: string,
  work: () => Promise<string>,
): Promise<string> {
  const known = world.remembered.get(name)
  if (known) {
    await world.devcloud.restore(known.copy)
    return known.value
  }
  const value = await work()
  world.remembered.set(name, { copy: world.devcloud.copy(), value })
  return value
}

/** What became of a call: `done`, the code of a refusal, or `LOST` when there was no answer. */
export type Outcome = string

/** Does the one thing that is disturbed. Called again it is the caller's retry. */
type Act = () => Promise<Outcome>

/** How one operation, timer or notice comes to work. */
export type Scenario = {
  /** `shop orders.place`, `admin orders.ship`, `timer sweep-orders`, `notice payment`. */
  covers: string
  /** Which case of it, where there are several. */
  title: string
  /** Brings the shop to the moment before; answers the act with everything it needs. */
  prepare: (world: World) => Promise<Act>
  /** What warm functions have cached of the shop changes, so they begin anew each time. */
  isCached?: true
  /** What comes after the timers that run all day: the next run of this one. */
  again?: (world: World) => Promise<unknown>
}

type Answer = Result<unknown, { code: string }>
type Input<C, K extends keyof C> = C[K] extends { input: infer I } ? I : never

/** The outcome of an answer, or of none. */
export async function outcomeOf(call: () => Promise<unknown>): Promise<Outcome> {
  try {
    const answer = (await call()) as Answer
    if (!answer.ok) return answer.error.code
    return rowsFailed(answer.value) ? 'INTERNAL' : 'done'
  } catch {
    return 'LOST'
  }
}

type More = { title?: string; isCached?: true }

/** Of a list whose rows are done each by itself: those that failed are sent again with the rest. */
const rowsFailed = (value: unknown): boolean => {
  const { outcomes = [] } = (value ?? {}) as { outcomes?: ListedOutcome[] }
  return outcomes.some((one) => one.outcome === 'REFUSED' && one.error.code === 'FAILED')
}

/** A customer's call; 林晚's unless `prepare` names somebody else. */
export const shopCall = <K extends keyof ShopContract & string>(
  operation: K,
  prepare: (world: World) => Promise<{ input: Input<ShopContract, K>; who?: Customer }>,
  { title = '', ...more }: More = {},
): Scenario => ({
  covers: `shop ${operation}`,
  title,
  ...more,
  prepare: async (world) => {
    const { input, who = world.lin } = await prepare(world)
    return () => outcomeOf(() => who.call(operation, input))
  },
})

/** A call of the owner's. */
export const staffCall = <K extends keyof AdminContract & string>(
  operation: K,
  prepare: (world: World) => Promise<Input<AdminContract, K>>,
  { title = '', ...more }: More = {},
): Scenario => ({
  covers: `admin ${operation}`,
  title,
  ...more,
  prepare: async (world) => {
    const input = await prepare(world)
    return () => outcomeOf(() => world.shop.admin(operation, input))
  },
})
