import { command, type Database } from '@core/data/database'
import type { Addition, Counting } from '@core/domain/members/allowance'
import type { Block } from '@core/domain/members/block'
import type { Day } from '@core/kernel/calendar'
import type { IdentityDocument } from './documents'
import { identityId } from './members'

/** The WeChat user with this openid; `null` when they have done nothing here yet. */
export const identityOf = (db: Database, openid: string): Promise<IdentityDocument | null> =>
  db.get('identities', identityId(openid))

/** The WeChat user that a member is; `null` when they closed their account or were imported. */
export async function identityOfMember(
  db: Database,
  memberId: string,
): Promise<IdentityDocument | null> {
  const [identity] = await db.find('identities', { where: { memberId }, limit: 1 })
  return identity ?? null
}

type Counted = Pick<Addition, 'key' | 'weight' | 'most'>

/**
 * Counts an addition as it was decided, in one atomic update; `false` when the numbers have changed
 * since they were read, so that it has to be decided again. However many calls come at once, no
 * more of them pass than `most` allows.
 */
export async function addToDay(
  db: Database,
  _id: string,
  { key, weight, most, ...how }: Counted & Exclude<Counting, { step: 'refuse' }>,
): Promise<boolean> {
  if (how.step === 'add') {
    const hasRoom = command.exists(false).or(command.lte(most - weight))
    const where = { _id, 'today.day': how.day, [countPath(key)]: hasRoom }
    return (await db.update('identities', where, { [countPath(key)]: command.inc(weight) })) > 0
  }
  const asRead =
    how.before === null ? { today: command.exists(false) } : { 'today.day': how.before }
  const today = command.set({ day: how.day, counts: { [key]: weight } })
  return (await db.update('identities', { _id, ...asRead }, { today })) > 0
}

/** Takes back what was counted for a call that then added nothing. */
export const takeFromDay = (
  db: Database,
  _id: string,
  { key, weight, day }: Pick<Addition, 'key' | 'weight'> & { day: Day },
): Promise<number> =>
  db.update(
    'identities',
    { _id, 'today.day': day, [countPath(key)]: command.gte(weight) },
    { [countPath(key)]: command.inc(-weight) },
  )

const countPath = (key: string): string => `today.counts.${key}`

/** Blocks the WeChat user that a member is, or lifts it; `false` when there is no such user. */
export const setBlock = async (
  db: Database,
  memberId: string,
  block: Block | null,
): Promise<boolean> =>
  (await db.update('identities', { memberId }, { block: command.set(block) })) > 0
