import type { Conditions } from '@core/data/conditions'
import { command, type Database } from '@core/data/database'
import { type DocumentPage, fromCursor, pageOf } from '@core/data/pages'
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
  const { conditions, path, direction } = partOf(part, at)
  const isFirst = part === 'usable' && cursor === undefined
  const [locked, read] = await Promise.all([
    isFirst ? lockedGrants(db, memberId) : [],
    db.find('couponGrants', {
      where: fromCursor({ memberId, ...conditions }, { path, direction, cursor }),
      orderBy: [
        [path, direction],
        ['_id', direction],
      ],
      limit: PAGE_SIZE + 1,
    }),
  ])
  const page = pageOf(read, PAGE_SIZE, (one) => ({ at: one[path] ?? 0, id: one._id }))
  return { items: [...locked, ...page.items], next: page.next }
}

const lockedGrants = (db: Database, memberId: string) =>
  db.find('couponGrants', {
    where: { memberId, state: 'locked' },
    orderBy: [['expiresAt', 'asc']],
    limit: PAGE_SIZE,
  })

type Part = {
  conditions: Conditions
  path: 'expiresAt' | 'usedAt'
  direction: 'asc' | 'desc'
}

function partOf(part: WalletPart, at: Instant): Part {
  switch (part) {
    case 'usable':
      return {
        conditions: { state: 'unused', expiresAt: command.gt(at) },
        path: 'expiresAt',
        direction: 'asc',
      }
    case 'expired':
      return {
        conditions: { state: 'unused', expiresAt: command.lte(at) },
        path: 'expiresAt',
        direction: 'desc',
      }
    case 'used':
      return { conditions: { state: 'used' }, path: 'usedAt', direction: 'desc' }
  }
}
