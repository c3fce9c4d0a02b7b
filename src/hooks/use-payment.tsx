import type { OrderView, PayError } from '@core/contract/orders'
import { type ReactNode, useRef, useState } from 'react'
import { Cashier } from '@/components/cashier'
import { failureLine } from '@/copy/failures'
import { ON_DEVCLOUD } from '@/services/build'
import { type CallFailure, callShop } from '@/services/call'
import { type CashierOutcome, openWechatCashier, payOnDevcloud } from '@/services/pay'
import { toast } from '@/services/toast'

type PayableOrder = Pick<OrderView, 'id' | 'totalFen'>

/** `unavailable`: the cashier could not be opened; a toast has said why. */
export type PaymentOutcome = CashierOutcome | 'unavailable'

type OpenCashier = { order: PayableOrder; close(outcome: CashierOutcome): void }

/** Paying an order from any page: WeChat's cashier, or a sheet in its place on the devcloud. */
export function usePayment(): {
  pay(order: PayableOrder): Promise<PaymentOutcome>
  cashier: ReactNode
} {
  const [openCashier, setOpenCashier] = useState<OpenCashier | null>(null)
  const busy = useRef(false)

  const openDevcloudCashier = (order: PayableOrder) =>
    new Promise<CashierOutcome>((resolve) => {
      setOpenCashier({
        order,
        close: (outcome) => {
          setOpenCashier(null)
          resolve(outcome)
        },
      })
    })

  const pay = async (order: PayableOrder): Promise<PaymentOutcome> => {
    if (busy.current) return 'unavailable'
    busy.current = true
    try {
      const answer = await callShop('orders.pay', { orderId: order.id })
      if (!answer.ok) {
        toast(payErrorCopy(answer.error))
        return 'unavailable'
      }
      const payment = answer.value
      if (payment.kind === 'nothingToPay') return 'paid'
      return await (ON_DEVCLOUD ? openDevcloudCashier(order) : openWechatCashier(payment.arguments))
    } finally {
      busy.current = false
    }
  }

  const cashier = ON_DEVCLOUD && (
    <Cashier
      totalFen={openCashier?.order.totalFen ?? null}
      onPay={async () => {
        if (openCashier) openCashier.close(await payOnDevcloud(openCashier.order.id))
      }}
      onCancel={() => openCashier?.close('cancelled')}
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
