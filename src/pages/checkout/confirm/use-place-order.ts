import { useRef, useState } from 'react'
import type { OrderView, PlaceOrderError, QuoteView } from '@core/contract/orders'
import type { PaymentOutcome } from '@/hooks/use-payment'
import { callShop, type CallFailure } from '@/services/call'
import { go } from '@/services/route'
import { shop } from '@/stores/shop'
import { failureLine } from '@/words/failures'
import { amountWords } from '@/words/numbers'

type Parts = {
  quoted: { reload(): Promise<void> }
  pay(order: OrderView): Promise<PaymentOutcome>
}

/**
 * Places the order and leads to paying it. The order's id was stored before this is called, so
 * that trying again after a lost answer is the same order.
 */
export function usePlaceOrder({ quoted, pay }: Parts) {
  const [isBusy, setBusy] = useState(false)
  // A second tap may come before the button has been drawn anew.
  const isPlacing = useRef(false)
  const [trouble, setTrouble] = useState<string | null>(null)

  const place = async (quote: QuoteView) => {
    const { typedAddress } = shop.getState()
    if (!typedAddress && !quote.address) return go.address()
    if (isPlacing.current) return
    isPlacing.current = true
    setBusy(true)
    setTrouble(null)
    const answer = await send(quote)
    if (answer.ok) await settle(answer.value, pay)
    else {
      setTrouble(troubleWords(answer.error, quote))
      if (answer.error.code === 'ADDRESS_NEEDED') go.address()
      else if (answer.error.code !== 'NETWORK') await quoted.reload()
    }
    isPlacing.current = false
    setBusy(false)
  }

  return { place, isBusy, trouble }
}

/** Sends the draft. An id that is another's, or of an order closed meanwhile, is renewed once. */
async function send(quote: QuoteView): ReturnType<typeof sendOnce> {
  const answer = await sendOnce(quote)
  const isUsedUp = answer.ok
    ? answer.value.state === 'closed'
    : answer.error.code === 'ORDER_ID_TAKEN'
  if (!isUsedUp) return answer
  shop.getState().renewOrderId()
  return sendOnce(quote)
}

async function sendOnce(quote: QuoteView) {
  const { draft, typedAddress } = shop.getState()
  return callShop('orders.place', {
    orderId: draft?.orderId ?? '',
    lines: draft?.lines ?? [],
    deliverTo: typedAddress ? { kind: 'new', address: typedAddress } : { kind: 'saved' },
    remark: draft?.remark ?? '',
    expectedTotalFen: quote.totalFen,
  })
}

/** The order stands; now the money. Whatever happens at the cashier, the order keeps waiting. */
async function settle(order: OrderView, pay: Parts['pay']): Promise<void> {
  const { draft, markPlaced, removeLines } = shop.getState()
  markPlaced()
  if (draft?.isFromCart) void removeLines(draft.lines.map(({ skuId }) => skuId))
  const outcome = order.state === 'awaitingPayment' ? await pay(order) : 'paid'
  await (outcome === 'paid' ? go.payResult(order.id) : go.orderInstead(order.id))
  shop.getState().endCheckout()
}

function troubleWords(error: PlaceOrderError | CallFailure, quote: QuoteView): string {
  switch (error.code) {
    case 'PRICE_CHANGED':
      return `价格刚刚变了，现在是 ${amountWords(error.totalFen)}，看过再付`
    case 'OUT_OF_STOCK': {
      const title = quote.lines.find((line) => line.skuId === error.skuId)?.title ?? '有一件'
      return error.available > 0
        ? `${title} 只剩 ${error.available} 件，请回购物车改一下`
        : `${title} 刚刚卖完了，请回购物车移出`
    }
    case 'PRODUCT_GONE':
      return '有一件刚刚下架了，请回购物车看看'
    case 'ADDRESS_NEEDED':
      return '还差一个收货地址'
    case 'NETWORK':
      return '没有连上店里，再按一次就好，不会重复下单'
    case 'INVALID_INPUT':
      return '有一项没填对，请检查地址和备注'
    default:
      return failureLine(error)
  }
}
