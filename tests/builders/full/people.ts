import type { DocumentOf } from '@core/data/documents'
import {
  AT,
  addressId,
  afterSaleId,
  DAY,
  file,
  grantIdOf,
  han,
  many,
  orderId,
  productId,
  skuId,
} from './words'

const LINES = 110
const PARCEL = { carrier: han(20), trackingNumber: '1'.repeat(32) }

export const line = (at: number): DocumentOf<'orders'>['lines'][number] => ({
  key: `${skuId(at)}~abcdefgabcdefg`,
  kind: 'goods',
  parentKey: null,
  sourceId: null,
  name: '',
  skuId: skuId(at),
  productId: productId(0),
  title: han(30),
  spec: han(20),
  picture: 'honey-pot',
  fields: [],
  unitFen: 9_900,
  quantity: 9,
  amountFen: 89_100,
  payableFen: 89_100,
  pointsFen: 0,
  valueFen: 0,
  giftFor: null,
  shipped: 0,
  cancelled: 0,
  asked: 0,
  withheld: 0,
  refunded: { quantity: 0, fen: 0 },
})

const ORDER_STATES_FULL = [
  'awaitingPayment',
  'paid',
  'partlyShipped',
  'shipped',
  'received',
] as const

export function order(at: number, memberId: string): DocumentOf<'orders'> {
  const state = ORDER_STATES_FULL[at % ORDER_STATES_FULL.length] ?? 'paid'
  const lines = many(LINES, line)
  const isSent = state === 'partlyShipped' || state === 'shipped' || state === 'received'
  return {
    _id: orderId(at),
    memberId,
    channel: 'wechat',
    version: 1,
    state,
    lines: lines.map((one) => ({ ...one, shipped: isSent && state !== 'partlyShipped' ? 9 : 0 })),
    quote: {
      goodsFen: 89_100 * LINES,
      freightFen: 0,
      totalFen: 89_100 * LINES,
      adjustments: [
        {
          code: 'COUPON',
          sourceId: grantIdOf(0, memberId),
          title: han(20),
          fen: 0,
          shares: lines.slice(0, 10).map(({ key }) => ({ key, fen: 0 })),
        },
      ],
    },
    uses: {
      grantId: null,
      points: 0,
      products: {},
      promotions: {},
      activityPieces: [],
    },
    earns: { points: 1, growth: 1 },
    refundedFen: 0,
    takenBack: {
      freightFen: 0,
      points: 0,
      clawedPoints: 0,
      clawedGrowth: 0,
      deductedFen: 0,
      waivedFen: 0,
    },
    remark: han(100),
    placedAt: AT - at,
    dueAt: state === 'awaitingPayment' || state === 'shipped' || state === 'received' ? AT : null,
    remindAt: state === 'awaitingPayment' ? AT : null,
    paymentBegunAt: state === 'awaitingPayment' && at < 10 ? AT : null,
    paidAt: state === 'awaitingPayment' ? null : AT,
    transactionId: state === 'awaitingPayment' ? null : `t${at}`,
    shipments: isSent
      ? many(15, (parcel) => ({
          carrier: han(20),
          trackingNumber: `SF${parcel}`.padEnd(32, '0'),
          at: AT,
          ...(parcel === 0 && { corrected: { ...PARCEL, at: AT } }),
          lines: many(13, (one) => ({ key: lines[one]?.key ?? '', quantity: 1 })),
        }))
      : [],
    isExtended: false,
    receivedAt: state === 'received' ? AT : null,
    completedAt: null,
    closedAt: null,
    closeReason: null,
    reviewed: Object.fromEntries(lines.map(({ key }) => [key, 'appended'])),
    isReviewDue: state === 'received',
    searchText: han(1_600),
    urged: { at: AT, times: 30 },
    addressChangedAt: AT,
  }
}

const AFTER_SALE_STATES_FULL = [
  'requested',
  'agreed',
  'returning',
  'refunding',
  'refundFailed',
] as const

export const afterSale = (at: number, memberId: string): DocumentOf<'afterSales'> => ({
  _id: afterSaleId(at),
  orderId: orderId(at),
  memberId,
  version: 1,
  kind: 'returnRefund',
  state: AFTER_SALE_STATES_FULL[at % AFTER_SALE_STATES_FULL.length] ?? 'requested',
  lines: many(200, (one) => ({ key: line(one).key, quantity: 1 })),
  reason: 'NOT_AS_DESCRIBED',
  words: '\u0001'.repeat(200),
  pictures: many(6, file),
  exchangeSkuId: null,
  withFreight: false,
  refundFen: 1_000,
  deductionFen: 0,
  refundTry: 1,
  refusal: '\u0001'.repeat(200),
  returnParcel: { ...PARCEL, at: AT },
  exchangeParcel: { ...PARCEL, at: AT },
  isRestocked: false,
  isOutside: false,
  requestedAt: AT - at,
  dueAt: AT,
  decidedAt: null,
  receivedAt: null,
  finishedAt: null,
})

export function member(_id: string): DocumentOf<'members'> {
  const channel = 'wechat' as const
  return {
    _id,
    version: 9_999_999,
    source: 'x'.repeat(20),
    reviewOn: DAY,
    profile: {
      channel,
      externalId: '山'.repeat(40),
      joinedAt: AT,
      nickname: han(32),
      avatarUrl: file(0),
      birthday: '1990-01-01',
      createdAt: AT,
      searchNames: many(60, (at) => `${at}`.padEnd(18, '山')),
    },
    consent: { version: '2026-11-01', purposes: ['membership', 'insight'], at: AT },
    facts: {
      channel,
      firstContactAt: AT,
      lastInteractionAt: AT,
      views: 1e9,
      viewDays: 1e9,
      lastViewDay: DAY,
      favourites: 1e9,
      searchClicks: 1e9,
      cartAdds: 1e9,
      ordersPlaced: 1e9,
      cartLines: 50,
      openOrders: 1e9,
      keptOrders: 1e9,
      paidFen: 1e12,
      refundedFen: 1e12,
      keptDays: many(25, () => DAY),
      lastReferralRewardedAt: AT,
    },
    lifecycle: {
      stage: 'loyal',
      stageReason: {
        code: 'LOYAL_ORDERS',
        days: 9_999,
        from: DAY,
        to: DAY,
        windowDays: 9_999,
        needed: 9_999,
      },
      stageSince: AT,
      recency: 'silent',
      recencyReason: {
        code: 'LAST_INTERACTION',
        on: DAY,
        days: 9_999,
        limitDays: 9_999,
        gapDays: 9_999,
        gaps: 9_999,
      },
      recencySince: AT,
      lostOn: DAY,
      wonBackOn: DAY,
      gapDays: 9_999,
    },
    tier: { tier: 'black', growth: 1e9, since: AT },
    points: { available: 1e9, pending: 1e9, held: 1e9 },
    contact: {
      phoneHash: 'h'.repeat(64),
      address: 's'.repeat(1_200),
      addressId: addressId(0),
      receivers: 's'.repeat(1_200),
      receiverHashes: many(12, (at) => String(at).padStart(64, 'h')),
    },
  }
}
