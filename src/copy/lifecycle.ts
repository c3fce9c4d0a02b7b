import type { PathStep, SixStage } from '@core/domain/lifecycle/vocabularies'
import type { Channel } from '@core/domain/members/facts'
import type { LifecycleTransition } from '@core/domain/members/member'
import {
  type PurchaseInterval,
  RECENCIES,
  type Recency,
  type RecencyReason,
  STAGES,
  type Stage,
  type StageReason,
  type Tier,
} from '@core/domain/members/sections'
import type { Day } from '@core/kernel/calendar'
import { assertNever } from '@core/kernel/result'
import { formatDate, formatSpan } from './dates'
import { formatCount } from './numbers'

/** The five stages, as the staff call them. */
export const STAGE_COPY = {
  aware: '认知',
  interested: '兴趣',
  buyer: '购买',
  loyal: '忠诚',
  advocate: '推荐',
} as const satisfies Record<Stage, string>

/** The four recencies in full. */
export const RECENCY_COPY = {
  new: '初次接触',
  active: '活跃期',
  silent: '沉默期',
  lost: '流失期',
} as const satisfies Record<Recency, string>

/** The four recencies in two characters. */
export const RECENCY_TAGS = {
  new: '新客',
  active: '活跃',
  silent: '沉默',
  lost: '流失',
} as const satisfies Record<Recency, string>

/** The tiers' names. */
export const TIER_COPY = {
  basic: '普通',
  silver: '银卡',
  gold: '金卡',
  black: '黑金',
} as const satisfies Record<Tier, string>

/** Names of the six stages. */
export const SIX_STAGE_COPY = {
  attract: '吸引',
  acquire: '获取',
  convert: '转化',
  retain: '保留',
  develop: '发展',
  reacquire: '重新获取',
} as const satisfies Record<SixStage, string>

/** Steps of the path from fan to lifelong customer. */
export const PATH_COPY = {
  fan: '粉丝',
  customer: '客户',
  member: '会员',
  lifelong: '终生客户',
} as const satisfies Record<PathStep, string>

/** Acquisition channels. */
export const CHANNEL_COPY = {
  wechat: '微信',
  import: '导入',
} as const satisfies Record<Channel, string>

/** What the owner has to know of each stage, without a model's word. */
const STAGE_SENTENCES = {
  aware: '知道小店，还没表示兴趣',
  interested: '有兴趣，还没买过',
  buyer: '买过',
  loyal: '常来买的老客人',
  advocate: '会带朋友来的老客人',
} as const satisfies Record<Stage, string>

const RECENCY_SENTENCES = {
  new: '刚认识不久',
  active: '最近还来',
  silent: '有一阵没来了',
  lost: '很久没来了',
} as const satisfies Record<Recency, string>

/** What the words of the board mean, stages first. */
export const LIFECYCLE_WORDS: readonly (readonly [word: string, meaning: string])[] = [
  ...STAGES.map((stage) => [STAGE_COPY[stage], STAGE_SENTENCES[stage]] as const),
  ...RECENCIES.map((recency) => [RECENCY_COPY[recency], RECENCY_SENTENCES[recency]] as const),
]

/** The status of a customer in one plain sentence: `买过，有一阵没来了。` */
export const statusSentence = ({ stage, recency }: { stage: Stage; recency: Recency }): string =>
  `${STAGE_SENTENCES[stage]}，${RECENCY_SENTENCES[recency]}。`

/** Why a customer is in a stage, with the numbers behind it. */
export function stageReasonCopy(reason: StageReason, today: Day): string {
  switch (reason.code) {
    case 'KNOWN':
      return reason.channel === 'import'
        ? '从原来的系统导入，还没有保留的订单。'
        : '来过小店，还没有更多动作。'
    case 'VIEWS':
      return `在 ${reason.days} 天里看了 ${reason.views} 次商品。`
    case 'FAVOURITE':
      return `收藏过 ${reason.favourites} 次商品。`
    case 'SEARCH_CLICK':
      return `搜索后点开过 ${reason.clicks} 次商品。`
    case 'CART':
      return `往购物车放过 ${reason.added} 次商品。`
    case 'UNPAID_ORDER':
      return `下过 ${reason.orders} 单，都没有保留下来：没付款，或全退了。`
    case 'KEPT_ORDER':
      return `有 ${reason.orders} 个保留订单：付了款，没有全退。`
    case 'LOYAL_ORDERS':
      return (
        `${reason.windowDays} 天内有 ${reason.days} 个不同日期的保留订单` +
        `（门槛 ${reason.needed}），从 ${formatSpan(reason.from, reason.to, today)}。`
      )
    case 'HIGH_TIER':
      return `等级到了${TIER_COPY[reason.tier]}，并且有保留的订单。`
    case 'REFERRAL':
      return `${formatDate(reason.on, today)}推荐的朋友下单获奖，自己也有保留的订单。`
    default:
      return assertNever(reason)
  }
}

/** Why a customer has a recency, as of the day it was determined. */
export function recencyReasonCopy(reason: RecencyReason, today: Day): string {
  switch (reason.code) {
    case 'FIRST_CONTACT':
      return `${formatDate(reason.on, today)}第一次来，${reason.limitDays} 天内都算新客。`
    case 'LAST_INTERACTION':
      return `${contactCopy(reason, today)}，${purchaseIntervalCopy(reason)}。`
    default:
      return assertNever(reason)
  }
}

const contactCopy = ({ on, days }: { on: Day; days: number }, today: Day): string =>
  days <= 0
    ? `${formatDate(on, today)}有互动`
    : `上次互动在 ${formatDate(on, today)}，已过 ${days} 天`

/** The purchase interval, and whether it is the customer's own or the shop's. */
function purchaseIntervalCopy({ gapDays, gaps }: PurchaseInterval): string {
  if (gapDays === null) return '还看不出买东西的节奏，按店里设的天数看'
  const days = Math.round(gapDays)
  return gaps === 0 ? `还看不出自己的节奏，按全店约 ${days} 天一次看` : `平时约 ${days} 天买一次`
}

/** The basis of the purchase interval, shown below the figure. */
export const purchaseIntervalNote = ({ gapDays, gaps }: PurchaseInterval): string =>
  gapDays === null ? '' : gaps === 0 ? '全店的间隔' : `凭 ${gaps} 次间隔`

/** The purchase interval as a figure. */
export const purchaseIntervalFigure = ({ gapDays }: PurchaseInterval): string =>
  gapDays === null ? '—' : `${Math.round(gapDays)} 天`

/** What changes without further activity, when, and what prevents it. */
export function nextChangeCopy(
  { recency, reviewOn }: { recency: Recency; reviewOn: Day | null },
  today: Day,
): string {
  if (reviewOn === null) {
    return '时间不会再改变什么；一有互动就回到「活跃期」，再买一单记为赢回。'
  }
  const on = formatDate(reviewOn, today)
  if (reviewOn < today) return `${on}就该再看一次了，今晚整理时更新。`
  switch (recency) {
    case 'new':
      return `到 ${on}不再算新客，之后看最近一次互动；下了单就提前离开新客。`
    case 'active':
      return `到 ${on}还没有新的互动，就转入「沉默期」。`
    case 'silent':
      return `到 ${on}还没有新的互动，就转入「流失期」；一有互动就回到「活跃期」。`
    case 'lost':
      return `${on}再看一次。`
    default:
      return assertNever(recency)
  }
}

/** What a transition changed: `由「购买」进入「忠诚」`. */
export function transitionCopy(transition: LifecycleTransition): string {
  switch (transition.kind) {
    case 'stage':
      return movedCopy(transition.from && STAGE_COPY[transition.from], STAGE_COPY[transition.to])
    case 'recency':
      return movedCopy(
        transition.from && RECENCY_COPY[transition.from],
        RECENCY_COPY[transition.to],
      )
    case 'tier':
      return `等级由${TIER_COPY[transition.from]}变为${TIER_COPY[transition.to]}`
    case 'winBack':
      return '流失后回来了'
    default:
      return assertNever(transition)
  }
}

const movedCopy = (from: string | null, to: string): string =>
  from === null ? `记为「${to}」` : `由「${from}」进入「${to}」`

/** Why a transition happened. */
export function transitionReasonCopy(transition: LifecycleTransition, today: Day): string {
  switch (transition.kind) {
    case 'stage':
      return stageReasonCopy(transition.reason, today)
    case 'recency':
      return recencyReasonCopy(transition.reason, today)
    case 'tier':
      return `成长值到了 ${formatCount(transition.growth)}。`
    case 'winBack':
      return `${formatDate(transition.lostOn, today)}流失，${formatDate(transition.on, today)}再次购买。`
    default:
      return assertNever(transition)
  }
}
