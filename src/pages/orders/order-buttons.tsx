import type { OrderView } from '@core/contract/orders'
import { Button } from '@/components/button'
import { REVIEW_STEP_COPY } from '@/copy/reviews'
import { go } from '@/services/route'
import type { OrderActions } from './use-order-actions'

type Props = { order: OrderView; actions: OrderActions; size: 'normal' | 'small' }

/** Whether the order has an action besides waiting. */
export const hasButtons = ({ nextStep }: Pick<OrderView, 'nextStep'>): boolean =>
  !nextStep.startsWith('WAIT')

/** The next step of an order as a button, with a secondary action where there is one. */
export function OrderButtons({ order, actions, size }: Props) {
  // In a list every order has a button, so none is filled.
  const first = size === 'small' ? 'soft' : 'filled'
  const quiet = { kind: 'quiet', size } as const
  switch (order.nextStep) {
    case 'PAY':
      return (
        <>
          <Button {...quiet} onTap={() => actions.cancel(order)}>
            取消订单
          </Button>
          <Button kind={first} size={size} onTap={() => actions.pay(order)}>
            去付款
          </Button>
        </>
      )
    case 'CONFIRM_RECEIPT':
      return (
        <>
          {order.canExtend && (
            <Button {...quiet} onTap={() => actions.extend(order)}>
              延长收货
            </Button>
          )}
          <Button kind={first} size={size} onTap={() => actions.confirm(order)}>
            确认收货
          </Button>
        </>
      )
    case 'REVIEW':
      return (
        <>
          <Button {...quiet} onTap={() => actions.buyAgain(order)}>
            再来一单
          </Button>
          {order.reviewStep !== null && (
            <Button kind="soft" size={size} onTap={() => go.review(order.id)}>
              {REVIEW_STEP_COPY[order.reviewStep]}
            </Button>
          )}
        </>
      )
    case 'BUY_AGAIN':
      return (
        <>
          {order.reviewStep !== null && (
            <Button {...quiet} onTap={() => go.review(order.id)}>
              {REVIEW_STEP_COPY[order.reviewStep]}
            </Button>
          )}
          <Button kind="soft" size={size} onTap={() => actions.buyAgain(order)}>
            再来一单
          </Button>
        </>
      )
    case 'WAIT_FOR_SHIPPING':
    case 'WAIT_FOR_REST':
    case 'WAIT_FOR_REFUND':
      return null
  }
}
