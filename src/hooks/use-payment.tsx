import type { OrderView, PayError } from '@core/contract/orders'
import { type ReactNode, useRef, useState } from 'react'
import { Cashier } from '@/components/cashier'
import { failureLine } from '@/copy/failures'
import { ON_DEVCLOUD } from '@/services/build'
import { type CallFailure, callShop } from '@/services/call'
import { type CashierOutcome, openWechatCashier, payOnDevcloud } from '@/services/pay'
import { toast } from '@/services/toast'

/** What is to be paid. */
type PayableOrder = Pick<OrderView, 'id' | 'totalFen'>

/** `unavailable`: the cashier could not be opened, and the customer was told why. */
export type PaymentOutcome = CashierOutcome | 'unavailable'

type OpenCashier = { order: PayableOrder; close(outcome: CashierOutcome): void }

/** Paying an order, from any page: WeChat's cashier, or on the devcloud a sheet in its place. */
export function usePayment(): { pay(bill: PayableOrder): Promise<PaymentOutcome>; cashier: ReactNode } {
  const [waiting, setWaiting] = useState<OpenCashier | null>(null)
  const busy = useRef(false)

  const openDevcloudCashier = (bill: PayableOrder) =>
    new Promise<CashierOutcome>((resolve) => {
      setWaiting({
        order: bill,
        close: (outcome) => {
          setWaiting(null)
          resolve(outcome)
        },
      })
    })

  const pay = async (bill: PayableOrder): Promise<PaymentOutcome> => {
    if (busy.current) return 'unavailable'
    busy.current = true
    try {
      const answer = await callShop('orders.pay', { orderId: bill.id })
      if (!answer.ok) {
        toast(payErrorCopy(answer.error))
        return 'unavailable'
      }
      const payment = answer.value
      if (payment.kind === 'nothingToPay') return 'paid'
      return await (ON_DEVCLOUD ? openDevcloudCashier(bill) : openWechatCashier(payment.arguments))
    } finally {
      busy.current = false
    }
  }

  const cashier = ON_DEVCLOUD && (
    <Cashier
      totalFen={waiting?.order.totalFen ?? null}
      onPay={async () => {
        if (waiting) waiting.close(await payOnDevcloud(waiting.order.id))
      }}
      onCancel={() => waiting?.close('cancelled')}
    />
  )
  return { pay, cashier }
}

function payErrorCopy(error: PayError | CallFailure): string {
  switch (error.code) {
    case 'WRONG_STATE':
      return error.state === 'closed' ? '订单已关闭，请重新下单' : '这笔订单已经付过了'
    case 'PAYMENT_UNAVAILABLE':
      return '微信支付没有应答，订单给你留着，稍后再付'
    default:
      return failureLine(error)
  }
}
