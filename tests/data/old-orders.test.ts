import { ORDERS_UPCASTS } from '@core/data/orders/upcasts'
import { upcast } from '@core/data/schemas'

const refunded = { quantity: 1, fen: 1_000 }
const line = {
  kind: 'goods',
  key: 'a',
  title: '明前 龙井',
  productId: 'tea',
  quantity: 5,
  shipped: 1,
  cancelled: 1,
  asked: 2,
  refunded,
}
const stored = (state: string, asked = 2, refundedFen = 1_000) => ({
  _id: 'o',
  state,
  lines: [{ ...line, asked }],
  refundedFen,
  takenBack: { freightFen: 0, points: 0, clawedPoints: 0, clawedGrowth: 0 },
})
const lifted = (document: ReturnType<typeof stored>) => upcast(ORDERS_UPCASTS, 'orders', document)

describe('orders of the release before pieces were withheld', () => {
  it.each([
    ['partlyShipped', 2, 2],
    ['partlyShipped', 4, 3],
    ['refunding', 1, 1],
    ['shipped', 2, 0],
    ['received', 2, 0],
  ])('%s with %i asked back: %i are withheld', (state, asked, withheld) => {
    expect(lifted(stored(state, asked))['lines']).toEqual([{ ...line, asked, withheld }])
  })

  it.each([
    ['nothing was deducted', 1_000, 0],
    ['a gift was', 300, 700],
    ['another system had paid back more', 1_500, 0],
  ])('%s of what its lines came to', (_, refundedFen, deductedFen) => {
    expect(lifted(stored('received', 0, refundedFen))['takenBack']).toMatchObject({
      deductedFen,
      waivedFen: 0,
    })
  })
})

describe('orders of the release before they could be searched', () => {
  it.each([
    ['received', {}, true],
    ['completed', { a: 'written' }, false],
    ['shipped', {}, false],
  ])('%s with the reviews %j: to be reviewed is %s', (state, reviewed, isReviewDue) => {
    expect(lifted({ ...stored(state), reviewed } as never)).toMatchObject({
      isReviewDue,
      searchText: '明前龙井',
    })
  })
})
