import type { Conditions } from '@core/data/conditions'
import { command, type Database } from '@core/data/database'
import type { Sort } from '@core/data/pages'
import { type DocumentPage, findPage } from '@core/data/pages'
import type { Instant } from '@core/kernel/calendar'
import { PAGE_SIZE } from '@core/kernel/limits'
import type { CouponGrantDocument } from './documents'

export type WalletPart = 'usable' | 'used' | 'expired'

/** Which page of whose wallet, as of when. */
export type WalletQuery = {
  memberId: string
  part: WalletPart
  cursor?: string | undefined
  at: Instant
}

/**
 * A page of a member's coupons: usable ones by expiry, the others latest first. The first page of
 * usable ones starts with those locked by unpaid orders.
 */
export async function walletPage(
  db: Database,
  { memberId, part, cursor, at }: WalletQuery,
): Promise<DocumentPage<CouponGrantDocument>> {
  const { conditions, sortBy } = partOf(part, at)
  const isFirst = part === 'usable' && cursor === undefined
  const [locked, page] = await Promise.all([
    isFirst ? lockedGrants(db, memberId) : [],
    findPage(db, 'couponGrants', { where: { memberId, ...conditions }, sortBy, cursor }),
  ])
  return { items: [...locked, ...page.items], next: page.next }
}

const lockedGrants = (db: Database, memberId: string) =>
  db.find('couponGrants', {
    where: { memberId, state: 'locked' },
    orderBy: [['expiresAt', 'asc']],
    limit: PAGE_SIZE,
  })

/** Counts the coupons of a member that the first part of the wallet lists. */
export const countUsable = async (db: Database, memberId: string, at: Instant): Promise<number> => {
  const [unused, locked] = await Promise.all([
    db.count('couponGrants', { memberId, ...partOf('usable', at).conditions }),
    db.count('couponGrants', { memberId, state: 'locked' }),
  ])
  return unused + locked
}

type Part = { conditions: Conditions; sortBy: Sort }

function partOf(part: WalletPart, at: Instant): Part {
  switch (part) {
    case 'usable':
      return {
        conditions: { state: 'unused', expiresAt: command.gt(at) },
        sortBy: ['expiresAt', 'asc'],
      }
    case 'expired':
      return {
        conditions: { state: 'unused', expiresAt: command.lte(at) },
        sortBy: ['expiresAt', 'desc'],
      }
    case 'used':
      return { conditions: { state: 'used' }, sortBy: ['usedAt', 'desc'] }
  }
}
