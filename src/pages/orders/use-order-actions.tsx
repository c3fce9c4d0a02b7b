import type { NotFound } from '@core/contract/errors'
import type { OrderView, WrongState } from '@core/contract/orders'
import type { CancelReason } from '@core/domain/orders/cancel-reason'
import type { Result } from '@core/kernel/result'
import { type ReactNode, useEffect, useState } from 'react'
import { Confirm } from '@/components/confirm'
import { failureLine } from '@/copy/failures'
import { ORDER_STATE_COPY, unavailableCopy } from '@/copy/orders'
import { POINTS_ARRIVAL } from '@/copy/points'
import { usePayment } from '@/hooks/use-payment'
import { type CallFailure, callShop } from '@/services/call'
import { go } from '@/services/route'
import { loadMessageTemplates, requestSubscriptions } from '@/services/subscribe'
import { toast } from '@/services/toast'
import { shop } from '@/stores/shop'
import { CancelSheet } from './cancel-sheet'

/** The customer's actions on an order. */
export type OrderActions = {
  pay(order: OrderView): void
  cancel(order: OrderView): void
  confirm(order: OrderView): void
  extend(order: OrderView): void
  urge(order: OrderView): void
  buyAgain(order: OrderView): void
  /** The cashier and the confirm dialog; render it anywhere in the page. */
  dialogs: ReactNode
}

type Confirmation = { action: keyof typeof CONFIRMATIONS; order: OrderView }

const CONFIRMATIONS = {
  confirm: {
    operation: 'orders.confirmReceipt',
    title: '确认已经收到',
    note: `确认后还可以申请售后；这一单的积分${POINTS_ARRIVAL}`,
    action: '确认收货',
    done: '已收货，喜欢的话说说用得怎么样',
  },
  extend: {
    operation: 'orders.extendReceipt',
    title: '再等几天确认收货',
    note: '自动确认的日子会推后几天，每单只能推一次',
    action: '延长收货',
    done: '已延长',
  },
} as const

/** Actions on an order; `onChange` receives the updated order. */
export function useOrderActions(onChange: (order: OrderView) => void): OrderActions {
  const { pay, cashier } = usePayment()
  const [confirmation, setConfirmation] = useState<Confirmation | null>(null)
  const [cancelling, setCancelling] = useState<OrderView | null>(null)
  const dialog = CONFIRMATIONS[confirmation?.action ?? 'confirm']
  useEffect(() => void loadMessageTemplates(), [])

  const runConfirmed = async () => {
    if (!confirmation) return
    const { operation, done } = CONFIRMATIONS[confirmation.action]
    const { id: orderId } = confirmation.order
    const answer = await callShop(operation, { orderId })
    setConfirmation(null)
    await show(answer, { orderId, done, onChange })
  }
  const cancel = async (reason: CancelReason) => {
    if (!cancelling) return
    const { id: orderId } = cancelling
    const answer = await callShop('orders.cancel', { orderId, reason })
    setCancelling(null)
    await show(answer, { orderId, done: '已取消', onChange })
  }
  const urge = async ({ id: orderId }: OrderView) => {
    const answer = await callShop('orders.urge', { orderId })
    await show(answer, { orderId, done: '已提醒店家尽快发货', onChange })
  }

  return {
    pay: (order) => void payFor(order, pay),
    cancel: setCancelling,
    confirm: (order) => setConfirmation({ action: 'confirm', order }),
    extend: (order) => setConfirmation({ action: 'extend', order }),
    urge: (order) => void urge(order),
    buyAgain: (order) => void buyAgain(order),
    dialogs: (
      <>
        {cashier}
        <CancelSheet
          isOpen={cancelling !== null}
          onCancel={cancel}
          onClose={() => setCancelling(null)}
        />
        <Confirm
          isOpen={confirmation !== null}
          title={dialog.title}
          note={dialog.note}
          action={dialog.action}
          onConfirm={runConfirmed}
          onClose={() => setConfirmation(null)}
        />
      </>
    ),
  }
}

type Shown = { orderId: string; done: string; onChange(order: OrderView): void }

/** Shows what came of an action: the changed order, or the order as it is by now. */
async function show(
  answer: Result<OrderView, NotFound | WrongState | { code: 'PAYMENT_UNAVAILABLE' } | CallFailure>,
  { orderId, done, onChange }: Shown,
): Promise<void> {
  if (answer.ok) {
    onChange(answer.value)
    return toast(done)
  }
  if (answer.error.code !== 'WRONG_STATE') return toast(failureLine(answer.error))
  toast(`订单已经是「${ORDER_STATE_COPY[answer.error.state]}」了`)
  const fresh = await callShop('orders.show', { orderId })
  if (fresh.ok) onChange(fresh.value)
}

type Pay = ReturnType<typeof usePayment>['pay']

async function payFor(order: OrderView, pay: Pay): Promise<void> {
  // The customer is paying now: only the shipping message is useful, not the reminder.
  await requestSubscriptions(['shipped'])
  if ((await pay(order)) === 'paid') void go.replaceWithPaymentResult(order.id)
}

/** Adds the order's goods to the cart and names what is unavailable. */
async function buyAgain(order: OrderView): Promise<void> {
  const missing = await shop.getState().buyAgain(order.id)
  if (missing === null) return
  const goods = order.lines.filter((line) => line.kind === 'goods')
  if (missing.length >= goods.length) return toast(unavailableCopy(missing))
  if (missing.length > 0) toast(`${unavailableCopy(missing)}，其余已放进购物车`)
  go.tab('cart')
}
