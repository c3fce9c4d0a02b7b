import type { OrderView } from '@core/contract/orders'
import { canUrge } from '@core/domain/orders/urge'
import { Button } from '@/components/button'
import { REVIEW_STEP_COPY } from '@/copy/reviews'
import { today } from '@/services/clock'
import { go } from '@/services/route'
import type { OrderActions } from './use-order-actions'

type Props = { order: OrderView; actions: OrderActions; size: 'normal' | 'small' }

/** Whether the customer can do something about the order. */
export const hasButtons = ({ nextStep }: Pick<OrderView, 'nextStep'>): boolean =>
  nextStep !== 'WAIT_FOR_REFUND'

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
      return <UrgeButton order={order} size={size} onUrge={() => actions.urge(order)} />
    case 'WAIT_FOR_REFUND':
      return null
  }
}

type UrgeProps = Pick<Props, 'order' | 'size'> & { onUrge(): void }

/** 催发货, once a day. */
const UrgeButton = ({ order, size, onUrge }: UrgeProps) =>
  canUrge(order, today()) ? (
    <Button kind="soft" size={size} onTap={onUrge}>
      催发货
    </Button>
  ) : (
    <Button kind="soft" size={size} disabled onTap={onUrge}>
      今天催过了
    </Button>
  )
