import { useState, type ReactNode } from 'react'
import type { OrderView } from '@core/contract/orders'
import { Confirm } from '@/components/confirm'
import { usePayment } from '@/hooks/use-payment'
import { callShop } from '@/services/call'
import { notice } from '@/services/notice'
import { go } from '@/services/route'
import { shop } from '@/stores/shop'
import { failureLine } from '@/words/failures'
import { ORDER_STATE_WORDS } from '@/words/orders'

/** What can be done with an order. */
export type OrderActs = {
  pay(order: OrderView): void
  cancel(order: OrderView): void
  confirm(order: OrderView): void
  buyAgain(order: OrderView): void
  /** The sheets and questions of these acts; put it anywhere in the page. */
  asides: ReactNode
}

type Question = { act: 'cancel' | 'confirm'; order: OrderView }

const QUESTIONS = {
  cancel: {
    operation: 'orders.cancel',
    title: '取消这笔订单',
    note: '货会放回架上，之后可以再下单',
    action: '取消订单',
    done: '已取消',
  },
  confirm: {
    operation: 'orders.confirmReceipt',
    title: '确认已经收到',
    note: '确认后这一单的积分就到账',
    action: '确认收货',
    done: '已收货，积分到账了',
  },
} as const

/** The acts on an order; `onChange` is told the order as it is afterwards. */
export function useOrderActs(onChange: (order: OrderView) => void): OrderActs {
  const { pay, cashier } = usePayment()
  const [question, setQuestion] = useState<Question | null>(null)
  const asked = question ? QUESTIONS[question.act] : QUESTIONS.cancel

  const carryOut = async () => {
    if (!question) return
    const { operation, done } = QUESTIONS[question.act]
    const answer = await callShop(operation, { orderId: question.order.id })
    setQuestion(null)
    if (answer.ok) {
      onChange(answer.value)
      return notice(done)
    }
    if (answer.error.code !== 'WRONG_STATE') return notice(failureLine(answer.error))
    notice(`订单已经是「${ORDER_STATE_WORDS[answer.error.state]}」了`)
    const fresh = await callShop('orders.show', { orderId: question.order.id })
    if (fresh.ok) onChange(fresh.value)
  }

  return {
    pay: (order) =>
      void pay(order).then((outcome) => {
        if (outcome === 'paid') void go.payResult(order.id)
      }),
    cancel: (order) => setQuestion({ act: 'cancel', order }),
    confirm: (order) => setQuestion({ act: 'confirm', order }),
    buyAgain: (order) => {
      const lines = order.lines.map(({ skuId, quantity }) => ({ skuId, quantity }))
      shop.getState().beginCheckout(lines)
      go.checkout()
    },
    asides: (
      <>
        {cashier}
        <Confirm
          isOpen={question !== null}
          title={asked.title}
          note={asked.note}
          action={asked.action}
          onConfirm={carryOut}
          onClose={() => setQuestion(null)}
        />
      </>
    ),
  }
}
