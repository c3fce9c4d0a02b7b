import type { CollectionName, DocumentOf } from '@core/data/documents'
import { coupon, grant, PRODUCTS_FULL, SERVICES } from './goods'
import { afterSale, member, order } from './people'
import {
  AT,
  addressId,
  articleId,
  categoryId,
  DAY,
  file,
  han,
  many,
  mintedId,
  orderId,
  productId,
  promotionId,
  skuId,
  tagId,
} from './words'

/** The largest documents of the collections from `afterSales` to `outbox`; see `documents.ts`. */
export const firstDocuments = (me: string) =>
  ({
    addressBooks: () => [
      {
        _id: me,
        version: 9_999_999,
        others: many(19, (at) => ({ id: addressId(at), sealed: 's'.repeat(1_200) })),
      },
    ],
    afterSales: () => many(25, (at) => afterSale(at, me)),
    activityStock: () =>
      many(1_000, (at) => ({
        _id: `${promotionId(0)}:${skuId(at)}`,
        promotionId: promotionId(0),
        skuId: skuId(at),
        available: 1_000,
        openingStock: 1_000,
        sold: 0,
        holds: {},
        heldPieces: 0,
      })),
    articles: () =>
      many(25, (at) => ({
        _id: articleId(at),
        version: 1,
        title: han(40),
        summary: han(60),
        cover: han(300),
        blocks: many(40, () => ({ kind: 'text' as const, text: han(1_000) })),
        tags: many(8, tagId),
        productIds: many(12, productId),
        isPublished: true,
        publishedAt: AT,
        updatedAt: AT,
      })),
    carts: () => [
      {
        _id: me,
        lines: many(50, (at) => ({
          skuId: skuId(at),
          quantity: 99,
          options: {
            fields: Object.fromEntries(
              many(6, (one) => [`f${one}`.padEnd(64, 'x'), '\u0001'.repeat(60)]),
            ),
            services: SERVICES.map(({ id }) => id.padEnd(64, 'x')),
          },
          addedAt: AT,
        })),
        version: 1,
      },
    ],
    categories: () =>
      many(60, (at) => ({
        _id: categoryId(at),
        name: han(10),
        picture: file(at),
        sort: at,
        parentId: at === 1 ? categoryId(0) : null,
      })),
    consents: () =>
      many(25, (at) => ({
        _id: `consent${at}`,
        memberId: me,
        version: '2026-11-01',
        purposes: ['membership' as const, 'insight' as const],
        at: AT,
      })),
    coupons: () => many(60, coupon),
    couponGrants: () => many(80, (at) => grant(at, me)),
    events: () =>
      many(30, (at) => ({
        _id: `event${at}`,
        memberId: me,
        kind: 'read' as const,
        at: AT - at,
        productId: productId(at % PRODUCTS_FULL),
        articleId: articleId(at % 25),
        tags: many(104, tagId),
        word: han(30),
        orderId: orderId(at),
        hasTransitions: true,
        transitions: many(3, () => ({
          kind: 'stage' as const,
          from: 'aware' as const,
          to: 'loyal' as const,
          reason: {
            code: 'LOYAL_ORDERS' as const,
            days: 9_999,
            from: DAY,
            to: DAY,
            windowDays: 9_999,
            needed: 9_999,
          },
        })),
      })),
    faq: () =>
      many(100, (at) => ({
        _id: mintedId('faqq', at),
        question: han(40),
        alike: many(8, () => han(40)),
        answer: han(500),
        isShown: true,
        sort: at,
        hits: 1_000,
      })),
    faqDays: () => [{ _id: DAY, asked: 1e9, hit: 1e9 }],
    favourites: () =>
      many(30, (at) => ({
        _id: `${me}:${productId(at % PRODUCTS_FULL)}:${at}`,
        memberId: me,
        productId: productId(at % PRODUCTS_FULL),
        at: AT - at,
      })),
    identities: () => many(25, (at) => ({ _id: `wx:full${at}`, memberId: `full${at}`, at: AT })),
    members: () => many(130, (at) => member(`full${at}`.padEnd(24, 'x'))),
    messageGrants: () => [
      { _id: me, counts: { shipped: 50 }, recent: many(10, (at) => mintedId('gran', at)) },
    ],
    migrations: () => [
      { _id: 'full:9', isDone: true, cursor: 'x', leaseUntil: 0, read: 1e9, written: 1e9 },
    ],
    orders: () => many(45, (at) => order(at, me)),
    outbox: () =>
      many(60, (at) => ({
        _id: `giveBack:${'x'.repeat(100)}${at}`,
        kind: 'giveBack' as const,
        refundId: `refund${at}`,
        orderId: orderId(at),
        pieces: many(100, (one) => ({
          skuId: skuId(one),
          productId: productId(0),
          quantity: 99,
        })),
        grantId: null,
        by: me,
        state: at % 20 === 0 ? ('due' as const) : ('failed' as const),
        dueAt: AT,
        tries: 9,
        postedAt: AT,
        lastError: han(200),
      })),
  }) satisfies { [C in CollectionName]?: () => readonly DocumentOf<C>[] }
