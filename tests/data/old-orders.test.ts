import { ORDERS_UPCASTS } from '@core/data/orders/upcasts'
import { upcast } from '@core/data/schemas'

const line = { kind: 'goods', quantity: 4, shipped: 1, cancelled: 0, asked: 2 }
const stored = (state: string, asked = 2) => ({ _id: 'o', state, lines: [{ ...line, asked }] })
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
})
