import type { OrderView } from '@core/contract/orders'
import { useCallback, useEffect, useRef, useState } from 'react'
import { callShop } from '@/services/call'

/**
 * WeChat's notice mostly comes within a second; after a good quarter of a minute we stop asking.
 */
const POLL_DELAYS_MS = [0, 400, 600, 900, 1_300, 2_000, 3_000, 4_000, 5_000]

type PaymentStatus = {
  status: 'waiting' | 'settled' | 'late' | 'failed'
  order: OrderView | null
  error: { code: string } | null
}

const WAITING: PaymentStatus = { status: 'waiting', order: null, error: null }

/** Asks for the order until its payment has arrived, but not for ever. */
export function useSettledOrder(orderId: string): PaymentStatus & { again(): void } {
  const [state, setState] = useState<PaymentStatus>(WAITING)
  const round = useRef(0)

  const again = useCallback(() => {
    const mine = ++round.current
    setState(WAITING)
    void pollOrder(orderId, () => mine === round.current).then((settled) => {
      if (mine === round.current) setState(settled)
    })
  }, [orderId])

  useEffect(() => {
    again()
    return () => {
      round.current += 1
    }
  }, [again])

  return { ...state, again }
}

async function pollOrder(orderId: string, isWanted: () => boolean): Promise<PaymentStatus> {
  let lost: { code: string } | null = null
  for (const wait of POLL_DELAYS_MS) {
    await new Promise((resolve) => setTimeout(resolve, wait))
    if (!isWanted()) return WAITING
    const answer = await callShop('orders.show', { orderId })
    if (answer.ok && answer.value.state !== 'awaitingPayment') {
      return { status: 'settled', order: answer.value, error: null }
    }
    if (!answer.ok && answer.error.code !== 'NETWORK') {
      return { status: 'failed', order: null, error: answer.error }
    }
    lost = answer.ok ? null : answer.error
  }
  return lost
    ? { status: 'failed', order: null, error: lost }
    : { status: 'late', order: null, error: null }
}
