import type { DocumentOf } from '@core/data/documents'
import { productIndex, WORDS_MAX } from '@core/domain/catalog/product-index'
import {
  AT,
  categoryId,
  couponId,
  file,
  grantIdOf,
  han,
  many,
  mintedId,
  orderId,
  productId,
  promotionId,
  skuId,
  tagId,
} from './words'

/** SKUs of the first product; the others have fewer, and all have more than one answer holds. */
const FIRST_SKUS = 125
const OTHER_SKUS = 50
export const PRODUCTS_FULL = 22
export const SKUS_FULL = FIRST_SKUS + (PRODUCTS_FULL - 1) * OTHER_SKUS
const productOfSku = (at: number) =>
  at < FIRST_SKUS ? 0 : 1 + Math.floor((at - FIRST_SKUS) / OTHER_SKUS)

const FIELDS = many(6, (at) => ({
  id: `field${at}`.padEnd(20, 'x'),
  label: han(10),
  kind: 'choice' as const,
  choices: many(12, (one) => `${one}`.padEnd(20, '山')),
  maxLength: 60,
  isRequired: false,
}))
export const SERVICES = many(6, (at) => ({
  id: `service${at}`.padEnd(20, 'x'),
  name: han(12),
  priceFen: 100,
  note: han(40),
}))
const TERMS = {
  brand: han(20),
  categoryIds: [categoryId(0), categoryId(1)],
  tags: many(8, tagId),
  launchAt: null,
  earlyAccess: { tier: 'black' as const, from: AT },
  limits: { perMember: 9_999, perOrder: 9_999 },
  fields: FIELDS,
  services: SERVICES,
  isSample: false,
}
const SCOPE = { productIds: many(50, productId), categoryIds: many(50, categoryId) }

export function product(at: number): DocumentOf<'products'> {
  const isOnSale = at % 11 !== 10
  const base = {
    ...TERMS,
    categoryId: categoryId(0),
    title: `${at}`.padEnd(30, '山'),
    subtitle: han(60),
    pictures: many(9, file),
    description: han(2_000),
    details: many(30, () => ({ kind: 'text' as const, text: han(1_000) })),
    guide: many(12, () => han(200)),
    attributes: many(20, () => ({ name: han(10), value: han(60) })),
    dimensions: many(3, (d) => ({
      name: `${d}`.padEnd(10, '山'),
      values: many(20, (one) => `${one}`.padEnd(20, '山')),
    })),
    fromFen: 9_900,
    marketFen: 19_900,
    sold: 1_000,
    isOnSale,
    sort: at,
    freshAt: AT,
    keywords: many(20, () => han(20)),
    createdAt: AT,
    rating: { count: 9, sum: 45, stars: [0, 0, 0, 0, 9], pictured: 9 },
  }
  const words = many(300, (one) => String.fromCharCode(0x4e00 + one)).join('')
  const index = productIndex(base, { categories: [], tags: [], articles: [words] })
  return {
    _id: productId(at),
    ...base,
    ...index,
    words: many(WORDS_MAX, (one) => `${one}`.padEnd(20, '山')),
    mentions: many(10, (one) => ({ id: `article${one}`.padEnd(64, 'x'), title: han(40) })),
  }
}

export const sku = (at: number): DocumentOf<'skus'> => ({
  ...TERMS,
  _id: skuId(at),
  productId: productId(productOfSku(at)),
  code: han(32),
  values: many(3, (d) => `${at % (d + 2)}`.padEnd(20, '山')),
  priceFen: 9_900,
  marketFen: 19_900,
  weightGrams: 100,
  picture: file(at),
  isOnSale: true,
  isOffered: true,
  title: han(30),
  available: 1_000,
  openingStock: 1_000,
  sold: 100,
  heldPieces: at === 0 ? 4_000 : 0,
  isSoldStale: at < 200,
  awaited: 'x'.repeat(170),
  moved: Object.fromEntries(many(at === 0 ? 2_000 : 0, (one) => [`restock${one}`, AT])),
  holds: Object.fromEntries(
    many(at === 0 ? 4_000 : 0, (one) => [
      mintedId('hold', one),
      { n: 1, at: AT, by: many(10, (by) => `attempt${by}`.padEnd(24, 'x')) },
    ]),
  ),
})

export const promotion = (at: number): DocumentOf<'promotions'> => ({
  _id: promotionId(at),
  kind: 'tierPrice',
  title: han(20),
  startsAt: AT - 1,
  endsAt: AT + 1e9,
  minTier: null,
  scope: SCOPE,
  percents: { basic: 99, silver: 98, gold: 97, black: 96 },
  prices: many(200, (one) => ({ skuId: skuId(one % 50), tier: 'basic' as const, priceFen: 9_800 })),
})

const TERMS_OF_COUPON = {
  title: han(20),
  off: { kind: 'percent' as const, percentOff: 10, capFen: 1_000 },
  fromFen: 100,
  scope: SCOPE,
}

export const coupon = (at: number): DocumentOf<'coupons'> => ({
  _id: couponId(at),
  terms: TERMS_OF_COUPON,
  validity: { kind: 'until', startsAt: AT, endsAt: AT + 1e9 },
  claimFrom: AT,
  claimUntil: AT + 1e9,
  issuedMax: 1_000_000,
  perMemberMax: 20,
  minTier: 'basic',
  isListed: true,
  code: `CODE${at}`,
  isStopped: false,
  remaining: 999_000,
  codeKey: `CODE${at}`,
  createdAt: AT,
  used: 1_000,
  countsStaleAt: AT,
})

export const grant = (at: number, memberId: string): DocumentOf<'couponGrants'> => ({
  _id: grantIdOf(at, memberId),
  couponId: couponId(at),
  memberId,
  terms: TERMS_OF_COUPON,
  startsAt: AT,
  expiresAt: AT + 1e9,
  state: at < 60 ? 'unused' : 'locked',
  orderId: at < 60 ? null : orderId(0),
  lockedAt: at < 60 ? null : AT,
  lockedBy: many(10, (by) => `attempt${by}`.padEnd(24, 'x')),
  grantedAt: AT,
  usedAt: null,
})

/** A promotion as the compiled ones hold it. */
export const listed = ({ _id, ...rest }: DocumentOf<'promotions'>) => ({ id: _id, ...rest })
