import type { OrderView, QuoteView } from '@core/contract/orders'
import type { Quote } from '@core/domain/pricing/quote-types'
import { useRef, useState } from 'react'
import { checkoutErrorCopy } from '@/copy/checkout'
import type { PaymentOutcome } from '@/hooks/use-payment'
import { callShop } from '@/services/call'
import { today } from '@/services/clock'
import { go } from '@/services/route'
import { requestSubscriptions } from '@/services/subscribe'
import { keyOfLine } from '@/stores/checkout'
import { shop } from '@/stores/shop'

type PlaceOrderOptions = {
  quoted: { reload(): Promise<void> }
  pay(order: OrderView): Promise<PaymentOutcome>
}

/** What is placed: the words and the address, and the bill that the customer has read. */
export type PricedDraft = { view: QuoteView; quote: Quote }

/**
 * Places the order and leads to paying it. The order's id was stored before this is called, so
 * that trying again after a lost answer is the same order.
 */
export function usePlaceOrder({ quoted, pay }: PlaceOrderOptions) {
  const [isBusy, setBusy] = useState(false)
  // A second tap may come before the button has been drawn anew.
  const isPlacing = useRef(false)
  const [trouble, setTrouble] = useState<string | null>(null)

  const place = async (reckoned: PricedDraft) => {
    const { view, quote: bill } = reckoned
    if (!shop.getState().typedAddress && !view.address) return go.address()
    if (isPlacing.current) return
    isPlacing.current = true
    setBusy(true)
    setTrouble(null)
    // WeChat shows its sheet in answer to the tap alone: it is asked before anything is awaited.
    const asking = requestSubscriptions(bill.totalFen > 0 ? ['payReminder', 'shipped'] : ['shipped'])
    const answer = await send(reckoned)
    await asking
    if (answer.ok) await payAndLeave(answer.value, pay)
    else {
      const { code } = answer.error
      setTrouble(checkoutErrorCopy(answer.error, { lines: view.lines, today: today() }))
      if (code === 'ADDRESS_NEEDED') go.address()
      else if (code !== 'NETWORK') await quoted.reload()
    }
    isPlacing.current = false
    setBusy(false)
  }

  return { place, isBusy, trouble }
}

/** Sends the draft. An id that is another's, or of an order closed meanwhile, is renewed once. */
async function send(reckoned: PricedDraft): ReturnType<typeof sendOnce> {
  const answer = await sendOnce(reckoned)
  const isUsedUp = answer.ok
    ? answer.value.state === 'closed'
    : answer.error.code === 'ORDER_ID_TAKEN'
  if (!isUsedUp) return answer
  shop.getState().renewOrderId()
  return sendOnce(reckoned)
}

async function sendOnce({ quote: bill }: PricedDraft) {
  const { draft, typedAddress } = shop.getState()
  return callShop('orders.place', {
    orderId: draft?.orderId ?? '',
    lines: draft?.lines ?? [],
    deliverTo: typedAddress ? { kind: 'new', address: typedAddress } : { kind: 'saved' },
    choice: {
      // What the bill came to, not what was wished: `best` might be another coupon by now.
      grantId: bill.grantId,
      points: bill.points.spent,
      samples: draft?.choice.samples ?? [],
    },
    remark: draft?.remark ?? '',
    expectedTotalFen: bill.totalFen,
  })
}

/** The order stands; now the money. Whatever happens at the cashier, the order keeps waiting. */
async function payAndLeave(order: OrderView, pay: PlaceOrderOptions['pay']): Promise<void> {
  const { draft, markPlaced, removeLines } = shop.getState()
  markPlaced()
  if (draft?.isFromCart) void removeLines(draft.lines.map(keyOfLine))
  const outcome = order.state === 'awaitingPayment' ? await pay(order) : 'paid'
  await (outcome === 'paid' ? go.replaceWithPaymentResult(order.id) : go.replaceWithOrder(order.id))
  shop.getState().endCheckout()
}
