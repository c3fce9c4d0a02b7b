import type { OrderView } from '@core/contract/orders'
import { type ReactNode, useEffect, useState } from 'react'
import { Confirm } from '@/components/confirm'
import { failureLine } from '@/copy/failures'
import { unavailableCopy, ORDER_STATE_COPY } from '@/copy/orders'
import { usePayment } from '@/hooks/use-payment'
import { callShop } from '@/services/call'
import { go } from '@/services/route'
import { requestSubscriptions, loadMessageTemplates } from '@/services/subscribe'
import { toast } from '@/services/toast'
import { shop } from '@/stores/shop'

/** What can be done with an order. */
export type OrderActions = {
  pay(order: OrderView): void
  cancel(order: OrderView): void
  confirm(order: OrderView): void
  extend(order: OrderView): void
  buyAgain(order: OrderView): void
  /** The sheets and questions of these acts; put it anywhere in the page. */
  dialogs: ReactNode
}

type Confirmation = { act: keyof typeof CONFIRMATIONS; order: OrderView }

const CONFIRMATIONS = {
  cancel: {
    operation: 'orders.cancel',
    title: '取消这笔订单',
    note: '货会放回架上，券和积分退还给你，之后可以再下单',
    action: '取消订单',
    done: '已取消',
  },
  confirm: {
    operation: 'orders.confirmReceipt',
    title: '确认已经收到',
    note: '确认后还可以申请售后，售后期过后这一单的积分就能用',
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

/** The acts on an order; `onChange` is told the order as it is afterwards. */
export function useOrderActions(onChange: (order: OrderView) => void): OrderActions {
  const { pay, cashier } = usePayment()
  const [question, setQuestion] = useState<Confirmation | null>(null)
  const asked = CONFIRMATIONS[question?.act ?? 'cancel']
  useEffect(() => void loadMessageTemplates(), [])

  const runConfirmed = async () => {
    if (!question) return
    const { operation, done } = CONFIRMATIONS[question.act]
    const answer = await callShop(operation, { orderId: question.order.id })
    setQuestion(null)
    if (answer.ok) {
      onChange(answer.value)
      return toast(done)
    }
    if (answer.error.code !== 'WRONG_STATE') return toast(failureLine(answer.error))
    toast(`订单已经是「${ORDER_STATE_COPY[answer.error.state]}」了`)
    const fresh = await callShop('orders.show', { orderId: question.order.id })
    if (fresh.ok) onChange(fresh.value)
  }

  return {
    pay: (order) => void payFor(order, pay),
    cancel: (order) => setQuestion({ act: 'cancel', order }),
    confirm: (order) => setQuestion({ act: 'confirm', order }),
    extend: (order) => setQuestion({ act: 'extend', order }),
    buyAgain: (order) => void buyAgain(order),
    dialogs: (
      <>
        {cashier}
        <Confirm
          isOpen={question !== null}
          title={asked.title}
          note={asked.note}
          action={asked.action}
          onConfirm={runConfirmed}
          onClose={() => setQuestion(null)}
        />
      </>
    ),
  }
}

type Pay = ReturnType<typeof usePayment>['pay']

async function payFor(order: OrderView, pay: Pay): Promise<void> {
  // It is paid now or not at all: a reminder would come too late, a parcel will come.
  await requestSubscriptions(['shipped'])
  if ((await pay(order)) === 'paid') void go.replaceWithPaymentResult(order.id)
}

/** Into the cart with all of it; what is not to be had any more is named. */
async function buyAgain(order: OrderView): Promise<void> {
  const missing = await shop.getState().buyAgain(order.id)
  if (missing === null) return
  const goods = order.lines.filter((line) => line.kind === 'goods')
  if (missing.length >= goods.length) return toast(unavailableCopy(missing))
  if (missing.length > 0) toast(`${unavailableCopy(missing)}，其余已放进购物车`)
  go.tab('cart')
}
