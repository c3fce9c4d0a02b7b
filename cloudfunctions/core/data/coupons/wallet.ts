import type { Conditions } from '@core/data/conditions'
import { command, type Database } from '@core/data/database'
import type { Sort } from '@core/data/pages'
import { type DocumentPage, findPage } from '@core/data/pages'
import type { Instant } from '@core/kernel/calendar'
import { PAGE_SIZE } from '@core/kernel/limits'
import type { CouponGrantDocument } from './documents'

/** The parts of a wallet. */
export type WalletPart = 'usable' | 'used' | 'expired'

/** Whose wallet, and when it is looked into. */
export type WalletQuery = {
  memberId: string
  part: WalletPart
  cursor?: string | undefined
  at: Instant
}

/**
 * A page of a member's coupons: usable ones that end first first, the others latest first. Those
 * that unpaid orders hold stand at the head of the usable ones.
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
