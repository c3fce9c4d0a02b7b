import { noRating, type Rating } from '@core/domain/catalog/product'
import { averageTenths, goodPercent, updateRating } from '@core/domain/reviews/rating'
import {
  addReport,
  appendToReview,
  moderateReview,
  newReview,
  REPORT_REASONS,
  type Review,
  reportCount,
  STARS,
} from '@core/domain/reviews/review'
import fc from 'fast-check'
import { defaultProgram } from '../builders/program'
import { propertyRuns } from '../builders/property-runs'

const verdict = fc.constantFrom('pass' as const, 'review' as const, 'unchecked' as const)
const pictures = fc.array(fc.constant('cloud://devcloud.files/reviews/a.jpg'), { maxLength: 2 })

/** Anything that can happen to reviews, in any order; a step names its review by its place. */
const step = fc.oneof(
  fc.record({
    kind: fc.constant('write' as const),
    stars: fc.constantFrom(...STARS),
    verdict,
    pictures,
  }),
  fc.record({ kind: fc.constant('append' as const), of: fc.nat(9), verdict, pictures }),
  fc.record({ kind: fc.constant('hide' as const), of: fc.nat(9) }),
  fc.record({ kind: fc.constant('show' as const), of: fc.nat(9) }),
  fc.record({
    kind: fc.constant('report' as const),
    of: fc.nat(9),
    reason: fc.constantFrom(...REPORT_REASONS),
  }),
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

const said = (pictures: string[]) => ({ text: '好', pictures, at: 1 })

const fresh = (at: number, step: Extract<Step, { kind: 'write' }>): Review =>
  newReview({
    orderId: `order${at}`,
    lineKey: 'tea:1',
    memberId: 'm1',
    productId: 'tea',
    title: '茶',
    spec: '',
    name: '林**',
    stars: step.stars,
    said: said(step.pictures),
    verdict: step.verdict,
  })

const changed = (review: Review, step: Exclude<Step, { kind: 'write' }>): Review => {
  switch (step.kind) {
    case 'append':
      return review.appended ? review : appendToReview(review, said(step.pictures), step.verdict)
    case 'hide':
      return moderateReview(review, { state: 'hidden', reason: '广告' })
    case 'show':
      return moderateReview(review, { state: 'shown' })
    case 'report':
      return addReport(review, step.reason, defaultProgram)
  }
}

const counted = (reviews: readonly Review[]): Rating => {
  const seen = reviews.filter((review) => review.state === 'shown')
  return {
    count: seen.length,
    sum: seen.reduce((sum, review) => sum + review.stars, 0),
    stars: STARS.map((stars) => seen.filter((review) => review.stars === stars).length),
    pictured: seen.filter((review) => review.isPictured).length,
  }
}

test('a rating is the count of the reviews that can be seen, whatever happened to them', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const reviews: Review[] = []
      let rating = noRating
      for (const one of steps) {
        const at = one.kind === 'write' ? reviews.length : one.of % Math.max(1, reviews.length)
        const before = reviews[at] ?? null
        const after = one.kind === 'write' ? fresh(at, one) : before && changed(before, one)
        if (!after) continue
        reviews[at] = after
        rating = updateRating(rating, before, after)
        expect(rating).toEqual(counted(reviews))
      }
      for (const review of reviews) {
        const isOver = reportCount(review.reports) >= defaultProgram.reportsToHide
        expect(review.state === 'shown' && isOver).toBe(false)
        expect(review.state === 'waiting').toBe(review.waitsFor !== null)
        expect(review.state === 'hidden').toBe(review.hiddenReason !== '')
      }
    }),
    { numRuns: propertyRuns(10_000) },
  )
})

const of = (...stars: number[]) => ({
  count: stars.reduce((sum, n) => sum + n, 0),
  sum: stars.reduce((sum, n, at) => sum + n * (at + 1), 0),
  stars,
})

test.each([
  ['no reviews', of(0, 0, 0, 0, 0), null, null],
  ['all five', of(0, 0, 0, 0, 3), 50, 100],
  ['rounded half up', of(0, 0, 0, 1, 1), 45, 100],
  ['4.65 is 4.7', of(0, 0, 1, 5, 14), 47, 95],
  ['one in three hundred is not all', of(1, 0, 0, 0, 299), 50, 99],
] as const)('the average and the share of good ones: %s', (_words, rating, tenths, percent) => {
  expect(averageTenths(rating)).toBe(tenths)
  expect(goodPercent(rating)).toBe(percent)
})
