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
  reloadQuote(): Promise<void>
  pay(order: OrderView): Promise<PaymentOutcome>
}

/** The quote from the cloud, and the price computed for the current choice. */
export type PricedDraft = { view: QuoteView; quote: Quote }

/**
 * Places the order and starts its payment. The order id is stored before, so that a retry after a
 * lost response is the same order.
 */
export function usePlaceOrder({ reloadQuote, pay }: PlaceOrderOptions) {
  const [isBusy, setBusy] = useState(false)
  // A second tap may come before the button renders as busy.
  const isPlacing = useRef(false)
  const [error, setError] = useState<string | null>(null)

  const place = async (priced: PricedDraft) => {
    const { view, quote } = priced
    if (view.address === null || view.address.isUnreadable) return go.addressForOrder(view.address)
    if (isPlacing.current) return
    isPlacing.current = true
    setBusy(true)
    setError(null)
    // WeChat shows its sheet only in response to the tap: request it before the first await.
    const subscribing = requestSubscriptions(
      quote.totalFen > 0 ? ['payReminder', 'shipped'] : ['shipped'],
    )
    const answer = await send(priced)
    await subscribing
    if (answer.ok) await payAndLeave(answer.value, pay)
    else {
      const { code } = answer.error
      const lines = [...view.lines, ...view.gifts]
      setError(checkoutErrorCopy(answer.error, { lines, today: today() }))
      if (code === 'ADDRESS_NEEDED') go.addressForOrder(view.address)
      else if (code !== 'NETWORK') await reloadQuote()
    }
    isPlacing.current = false
    setBusy(false)
  }

  return { place, isBusy, error }
}

/** Sends the draft; renews the order id once when it is taken or its order was closed. */
async function send(priced: PricedDraft): ReturnType<typeof sendOnce> {
  const answer = await sendOnce(priced)
  const isIdUsed = answer.ok
    ? answer.value.state === 'closed'
    : answer.error.code === 'ORDER_ID_TAKEN'
  if (!isIdUsed) return answer
  shop.getState().renewOrderId()
  return sendOnce(priced)
}

async function sendOnce({ view, quote }: PricedDraft) {
  const { draft } = shop.getState()
  return callShop('orders.place', {
    orderId: draft?.orderId ?? '',
    lines: draft?.lines ?? [],
    // The address that was shown, whatever has become the default one meanwhile.
    deliverTo:
      view.addressId === null ? { kind: 'saved' } : { kind: 'book', addressId: view.addressId },
    choice: {
      // The quoted coupon and points, not the wish: `best` may mean another coupon by now.
      grantId: quote.grantId,
      points: quote.points.spent,
      samples: draft?.choice.samples ?? [],
    },
    remark: draft?.remark ?? '',
    expectedTotalFen: quote.totalFen,
    expectedGifts: quote.lines.flatMap(({ kind, sourceId, skuId, quantity }) =>
      kind === 'gift' && sourceId !== null ? [{ promotionId: sourceId, skuId, quantity }] : [],
    ),
  })
}

/** Pays the placed order and leaves the page; an unpaid order keeps waiting for payment. */
async function payAndLeave(order: OrderView, pay: PlaceOrderOptions['pay']): Promise<void> {
  const { draft, markPlaced, dropLines } = shop.getState()
  markPlaced()
  if (draft?.isFromCart) void dropLines(draft.lines.map(keyOfLine))
  const outcome = order.state === 'awaitingPayment' ? await pay(order) : 'paid'
  await (outcome === 'paid' ? go.replaceWithPaymentResult(order.id) : go.replaceWithOrder(order.id))
  shop.getState().endCheckout()
}
