import { AFTER_SALES_UPCASTS } from '@core/data/after-sales/upcasts'
import { upcast } from '@core/data/schemas'

const lifted = (orderId: string) =>
  upcast(AFTER_SALES_UPCASTS, 'afterSales', { _id: 'a', orderId, refundFen: 900 })

describe('after-sales of the release before refunds said where the money went', () => {
  it.each([
    ['an order of this shop', 'k3v9q1m2n4p5r6s7', false],
    ['an imported order', 'imp:till:N-1', true],
  ])('of %s', (_, orderId, isOutside) => {
    expect(lifted(orderId)).toEqual({ _id: 'a', orderId, refundFen: 900, isOutside })
  })
})
