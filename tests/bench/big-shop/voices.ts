import { articleDocument } from '@core/data/content/articles'
import type { CouponGrantDocument } from '@core/data/coupons/documents'
import type { DocumentOf } from '@core/data/documents'
import { questionDocument } from '@core/data/questions/questions'
import { reviewDocument } from '@core/data/reviews/reviews'
import { grantId } from '@core/domain/coupons/coupon'
import { WHOLE_SHOP_SCOPE } from '@core/domain/promotions/scope'
import { addAnswer, newQuestion } from '@core/domain/questions/question'
import { newReview, STARS } from '@core/domain/reviews/review'
import { DAY_MS, dayOf, type Instant } from '@core/kernel/calendar'
import { seededRandom } from '@local/demo/random'
import { productId } from './goods'
import { memberId } from './trade'
import { PLACES, QUALITIES } from './vocabulary'

/** What is said, asked, written, kept and looked for in the big shop, as documents. */

/** Where something belongs: among so many products and members, now. */
export type Place = { products: number; members: number; now: Instant }

const pick = (word: string, { products, members, now }: Place) => {
  const chance = seededRandom(word)
  return {
    chance,
    productId: productId(chance.between(0, products - 1)),
    memberId: memberId(chance.between(0, members - 1)),
    at: now - chance.between(1, 365 * DAY_MS),
  }
}

/** A review; some have a picture, some wait for a person to look. */
export function review(no: number, place: Place): DocumentOf<'reviews'> {
  const { chance, at, ...whose } = pick(`review ${no}`, place)
  const pictures = no % 4 === 0 ? ['cloud://big.bucket/review.jpg'] : []
  return reviewDocument(
    newReview({
      ...whose,
      orderId: `reviewed${no}`,
      lineKey: `${whose.productId}:1`,
      title: '',
      spec: '',
      stars: chance.pick(STARS),
      said: { text: `${chance.pick(QUALITIES)}，很好`, pictures, at },
      name: '林**',
      waitsFor: null,
      hiddenReason: '',
      reply: null,
      reports: {},
      verdict: no % 10 === 0 ? 'review' : 'pass',
    } as Parameters<typeof newReview>[0]),
  )
}

/** A question; of every two one is answered for all to see. */
export function question(no: number, place: Place): DocumentOf<'questions'> {
  const { at, productId: about, memberId: by } = pick(`question ${no}`, place)
  const words = { title: '', name: '林**', text: '能放多久？', isDoubtful: false }
  const plain = newQuestion({ id: `question${no}`, memberId: by, productId: about, ...words, at })
  const answer = { text: '开封后一个月。', at: at + DAY_MS, isPublic: true }
  return questionDocument(no % 2 === 0 ? addAnswer(plain, answer) : plain)
}

/** An article about a few products. */
export function article(no: number, place: Place): DocumentOf<'articles'> {
  const { chance, at } = pick(`article ${no}`, place)
  return articleDocument({
    id: `article${no}`,
    version: 1,
    title: `${chance.pick(PLACES)}一日`,
    summary: '山里的一天。',
    cover: 'leaf',
    blocks: [{ kind: 'text', text: '天没亮就上山了。'.repeat(40) }],
    tags: [],
    productIds: [0, 1, 2].map(() => productId(chance.between(0, place.products - 1))),
    isPublished: true,
    publishedAt: at,
    updatedAt: at,
  })
}

/** A coupon that a member holds, has used or has let pass. */
export function grant(no: number, { members, now }: Place): CouponGrantDocument {
  const whose = memberId(no % members)
  const couponId = `past${Math.floor(no / members)}`
  const grantedAt = now - 60 * DAY_MS
  const isUsed = no % 3 === 0
  return {
    _id: grantId(couponId, whose, 1),
    couponId,
    memberId: whose,
    terms: {
      title: '满 100 减 5',
      off: { kind: 'amount', offFen: 500 },
      fromFen: 10_000,
      scope: WHOLE_SHOP_SCOPE,
    },
    startsAt: grantedAt,
    expiresAt: no % 3 === 1 ? now - DAY_MS : now + 30 * DAY_MS,
    state: isUsed ? 'used' : 'unused',
    orderId: isUsed ? `used${no}` : null,
    lockedAt: null,
    grantedAt,
    usedAt: isUsed ? grantedAt + DAY_MS : null,
  }
}

/** A favourite. */
export function favourite(no: number, place: Place): DocumentOf<'favourites'> {
  const { at, ...of } = pick(`favourite ${no}`, place)
  return { _id: `${of.memberId}:${of.productId}:${no}`, ...of, at }
}

/** A word that was looked for today. */
export function searchWord(no: number, { now }: Place): DocumentOf<'searchWords'> {
  const [day, word] = [dayOf(now), `词${no}`]
  return { _id: `${day}:${word}`, day, word, count: 1 + (no % 50), isFound: no % 5 !== 0 }
}
