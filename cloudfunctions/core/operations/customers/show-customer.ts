import type { MemberDetail, MemberPageInput, TimelineRow } from '@core/contract/customers'
import type { NotFound } from '@core/contract/errors'
import type { OrderView } from '@core/contract/orders'
import type { PointsRow } from '@core/contract/points'
import type { Page } from '@core/contract/primitives'
import { lifecycleSettings } from '@core/data/lifecycle/settings'
import type { EventDocument, MemberDocument, SealedContact } from '@core/data/members/documents'
import { findHistory } from '@core/data/members/history'
import { identityOfMember } from '@core/data/members/identities'
import { contactOf } from '@core/data/members/member-section'
import { toMember } from '@core/data/members/members'
import { findOrders } from '@core/data/orders/orders'
import type { DocumentPage } from '@core/data/pages'
import { findTransfers } from '@core/data/points/transfers'
import { type LifecycleSettings, purchaseIntervalOf } from '@core/domain/lifecycle/status'
import { pathStepOf, sixStageOf } from '@core/domain/lifecycle/vocabularies'
import { blockAt } from '@core/domain/members/block'
import { cardNumber } from '@core/domain/members/member'
import { maskPhone } from '@core/kernel/masking'
import { fail, ok, type Result } from '@core/kernel/result'
import { unsealAddress } from '@core/operations/addresses/sealed-address'
import type { Context } from '@core/operations/context'
import { orderView } from '@core/operations/orders/views'
import { pointsRow } from '@core/operations/points/views'
import { blockView } from './block-customer'
import { memberRow } from './views'

type Input = MemberPageInput
type Answer<T> = Promise<Result<T, NotFound>>

/** Rows of each list on a customer's page; the rest is a page of its own. */
const PREVIEW = 5

/** A customer's page: who they are, where they stand and why, what they did and have. */
export async function showMember(ctx: Context, { memberId }: Input): Answer<MemberDetail> {
  const member = await ctx.db.get('members', memberId)
  if (!member) return fail({ code: 'NOT_FOUND' })
  const [orders, transfers, history, timeline, settings, identity] = await Promise.all([
    findOrders(ctx.db, { memberId, size: PREVIEW }),
    findTransfers(ctx.db, { memberId, size: PREVIEW }),
    findHistory(ctx.db, { memberId, size: PREVIEW, transitionsOnly: true }),
    findHistory(ctx.db, { memberId, size: PREVIEW, transitionsOnly: false }),
    lifecycleSettings(ctx, member.source),
    identityOfMember(ctx.db, memberId),
  ])
  const block = blockAt(identity?.block, ctx.now)
  const titles = await titlesOf(ctx, [...history.items, ...timeline.items])
  return ok({
    ...profile(ctx, member, settings),
    canBlock: identity !== null,
    block: block && blockView(block),
    orders: mapped(orders, (order) => orderView(ctx.vault, order)),
    ledger: mapped(transfers, pointsRow),
    history: mapped(history, (event) => timelineRow(event, titles)),
    timeline: mapped(timeline, (event) => timelineRow(event, titles)),
  })
}

/** What is read beside the customer's own document. */
type Beside = 'orders' | 'ledger' | 'history' | 'timeline' | 'canBlock' | 'block'

function profile(
  ctx: Context,
  document: MemberDocument,
  settings: LifecycleSettings,
): Omit<MemberDetail, Beside> {
  const member = toMember(document)
  const { facts, lifecycle } = member
  return {
    ...memberRow(document),
    channel: member.channel,
    externalId: member.externalId,
    cardNumber: member.joinedAt === null ? null : cardNumber(member.id),
    ...phoneOf(ctx, contactOf(document)),
    birthday: member.birthday,
    firstContactAt: facts.firstContactAt,
    joinedAt: member.joinedAt,
    growth: member.tier.growth,
    points: member.points,
    lifecycle,
    sixStage: sixStageOf(lifecycle, facts),
    pathStep: pathStepOf(
      { stage: lifecycle.stage, facts, joinedAt: member.joinedAt },
      ctx.today,
      ctx.program,
    ),
    reviewOn: member.reviewOn,
    purchaseInterval: purchaseIntervalOf(facts, settings),
    paidFen: facts.paidFen,
    refundedFen: facts.refundedFen,
  }
}

/** A customer's own phone number, else that of their address, masked. */
function phoneOf(
  { vault }: Context,
  { phone, address }: SealedContact,
): Pick<MemberDetail, 'phone' | 'isPhoneUnreadable'> {
  if (phone === undefined && address === undefined) return { phone: null }
  const own = phone === undefined ? null : vault.open<unknown>(phone)
  if (own?.ok && typeof own.value === 'string') return { phone: maskPhone(own.value) }
  const reached = address === undefined ? null : unsealAddress(vault, address)
  if (reached?.ok) return { phone: maskPhone(reached.value.phone) }
  return { phone: null, isPhoneUnreadable: true }
}

/** The next page of a customer's orders. */
export async function memberOrders(ctx: Context, input: Input): Answer<Page<OrderView>> {
  return known(ctx, input, async () =>
    mapped(await findOrders(ctx.db, input), (order) => orderView(ctx.vault, order)),
  )
}

/** The next page of a customer's points transfers. */
export async function memberPoints(ctx: Context, input: Input): Answer<Page<PointsRow>> {
  return known(ctx, input, async () => mapped(await findTransfers(ctx.db, input), pointsRow))
}

/** The next page of the events that changed a customer's lifecycle status. */
export const memberHistory = (ctx: Context, input: Input): Answer<Page<TimelineRow>> =>
  events(ctx, input, true)

/** The next page of what a customer did. */
export const memberTimeline = (ctx: Context, input: Input): Answer<Page<TimelineRow>> =>
  events(ctx, input, false)

const events = (ctx: Context, input: Input, transitionsOnly: boolean) =>
  known(ctx, input, async () => {
    const page = await findHistory(ctx.db, { ...input, transitionsOnly })
    const titles = await titlesOf(ctx, page.items)
    return mapped(page, (event) => timelineRow(event, titles))
  })

async function known<T>(ctx: Context, { memberId }: Input, read: () => Promise<T>): Answer<T> {
  const [member, value] = await Promise.all([ctx.db.get('members', memberId), read()])
  return member ? ok(value) : fail({ code: 'NOT_FOUND' })
}

const mapped = <A, B>({ items, next }: DocumentPage<A>, to: (item: A) => B): Page<B> => ({
  items: items.map(to),
  next,
})

/** What the products, articles and tags are called that lines speak of, by collection and id. */
async function titlesOf(ctx: Context, rows: EventDocument[]): Promise<Map<string, string>> {
  const ids = (of: (row: EventDocument) => readonly string[] | string | undefined) => [
    ...new Set(rows.flatMap((row) => of(row) ?? [])),
  ]
  const [products, articles, tags] = await Promise.all([
    ctx.db.getMany(
      'products',
      ids((row) => row.productId),
      { fields: ['_id', 'title'] },
    ),
    ctx.db.getMany(
      'articles',
      ids((row) => row.articleId),
      { fields: ['_id', 'title'] },
    ),
    ctx.db.getMany(
      'tags',
      ids((row) => row.tags),
    ),
  ])
  return new Map([
    ...products.map(({ _id, title }) => [`product:${_id}`, title] as const),
    ...articles.map(({ _id, title }) => [`article:${_id}`, title] as const),
    ...tags.map(({ _id, name }) => [`tag:${_id}`, name] as const),
  ])
}

function timelineRow(event: EventDocument, titles: Map<string, string>): TimelineRow {
  const { _id, memberId: _owner, hasTransitions: _has, tags: tagIds = [], ...rest } = event
  const { productId = '', articleId = '', ...row } = rest
  const [productTitle, articleTitle] = [
    titles.get(`product:${productId}`),
    titles.get(`article:${articleId}`),
  ]
  const tags = tagIds.flatMap((id) => titles.get(`tag:${id}`) ?? [])
  return {
    id: _id,
    ...row,
    ...(productTitle ? { productTitle } : {}),
    ...(articleTitle ? { articleTitle } : {}),
    ...(tags.length > 0 ? { tags } : {}),
  }
}
