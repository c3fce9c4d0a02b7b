import type { OrderView } from '@core/contract/orders'
import { Button } from '@/components/button'
import type { OrderActs } from './use-order-acts'

type Props = { order: OrderView; acts: OrderActs; size: 'normal' | 'small' }

/** The next step of an order as a button, and beside it the way out while there is one. */
export function OrderButtons({ order, acts, size }: Props) {
  // In a list every order has its button: none of them may shout.
  const first = size === 'small' ? 'soft' : 'filled'
  switch (order.nextStep) {
    case 'PAY':
      return (
        <>
          <Button kind="quiet" size={size} onTap={() => acts.cancel(order)}>
            取消订单
          </Button>
          <Button kind={first} size={size} onTap={() => acts.pay(order)}>
            去付款
          </Button>
        </>
      )
    case 'CONFIRM_RECEIPT':
      return (
        <Button kind={first} size={size} onTap={() => acts.confirm(order)}>
          确认收货
        </Button>
      )
    case 'BUY_AGAIN':
      return (
        <Button kind="soft" size={size} onTap={() => acts.buyAgain(order)}>
          再来一单
        </Button>
      )
    case 'WAIT_FOR_SHIPPING':
      return null
  }
}
