import type { BlockError, BlockInput, BlockView, MemberInput } from '@core/contract/customers'
import type { EventDocument } from '@core/data/members/documents'
import { identityOfMember, setBlock } from '@core/data/members/identities'
import { type Block, blockAt } from '@core/domain/members/block'
import { DAY_MS } from '@core/kernel/calendar'
import { fail, ok, type Result } from '@core/kernel/result'
import type { Context } from '@core/operations/context'
import { callerId } from '@core/operations/members/find-caller'

/**
 * Blocks a customer for some days or for good: they can go on reading, receive what they bought and
 * ask for after-sales, but order, pay and publish nothing. A second block replaces the first. Takes
 * effect with their next call.
 */
export async function blockCustomer(
  ctx: Context,
  { memberId, reason, days }: BlockInput,
): Promise<Result<BlockView, BlockError>> {
  const known = await knownAs(ctx, memberId)
  if (!known.ok) return known
  const until = days === null ? null : ctx.now + days * DAY_MS
  const block: Block = { reason, at: ctx.now, until, by: known.value.by }
  await ctx.db.addOnce('events', historyLine(memberId, { kind: 'block', ...block }))
  await setBlock(ctx.db, memberId, block)
  return ok(blockView(block))
}

/** Lifts a block; without one nothing changes. */
export async function unblockCustomer(
  ctx: Context,
  { memberId }: MemberInput,
): Promise<Result<null, BlockError>> {
  const known = await knownAs(ctx, memberId)
  if (!known.ok) return known
  const { block } = known.value
  if (!block) return ok(null)
  const line = { kind: 'unblock' as const, reason: block.reason, until: null, at: ctx.now }
  await ctx.db.addOnce('events', historyLine(memberId, line))
  await setBlock(ctx.db, memberId, null)
  return ok(null)
}

/** A block as the staff see it. */
export const blockView = ({ reason, at, until }: Block): BlockView => ({ reason, at, until })

type Known = { block: Block | null; by: string }

/** The block in force, and who of the staff is calling. */
async function knownAs(ctx: Context, memberId: string): Promise<Result<Known, BlockError>> {
  const [member, identity, by] = await Promise.all([
    ctx.db.get('members', memberId),
    identityOfMember(ctx.db, memberId),
    callerId(ctx),
  ])
  if (!member) return fail({ code: 'NOT_FOUND' })
  if (!identity) return fail({ code: 'NOT_A_WECHAT_USER' })
  return ok({ block: blockAt(identity.block, ctx.now), by: by ?? '' })
}

type Line = Pick<Block, 'reason' | 'at' | 'until'> & { kind: 'block' | 'unblock' }

const historyLine = (
  memberId: string,
  { kind, reason: words, at, until }: Line,
): EventDocument => ({
  _id: `${kind}:${memberId}:${at}`,
  memberId,
  kind,
  at,
  words,
  until,
  hasTransitions: false,
  transitions: [],
})
