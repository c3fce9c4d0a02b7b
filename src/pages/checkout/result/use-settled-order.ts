import type { OrderView } from '@core/contract/orders'
import { useCallback, useEffect, useRef, useState } from 'react'
import { callShop } from '@/services/call'

/**
 * WeChat's callback usually arrives within a second; polling stops after about 17 seconds.
 */
const POLL_DELAYS_MS = [0, 400, 600, 900, 1_300, 2_000, 3_000, 4_000, 5_000]

type PaymentStatus = {
  status: 'waiting' | 'settled' | 'late' | 'failed'
  order: OrderView | null
  error: { code: string } | null
}

const WAITING: PaymentStatus = { status: 'waiting', order: null, error: null }

/** Polls the order until its payment has arrived or polling gives up. */
export function useSettledOrder(orderId: string): PaymentStatus & { retry(): void } {
  const [state, setState] = useState<PaymentStatus>(WAITING)
  const latestRun = useRef(0)

  const retry = useCallback(() => {
    const run = ++latestRun.current
    setState(WAITING)
    void pollOrder(orderId, () => run === latestRun.current).then((settled) => {
      if (run === latestRun.current) setState(settled)
    })
  }, [orderId])

  useEffect(() => {
    retry()
    return () => {
      latestRun.current += 1
    }
  }, [retry])

  return { ...state, retry }
}

async function pollOrder(orderId: string, isCurrent: () => boolean): Promise<PaymentStatus> {
  let lastError: { code: string } | null = null
  for (const wait of POLL_DELAYS_MS) {
    await new Promise((resolve) => setTimeout(resolve, wait))
    if (!isCurrent()) return WAITING
    const answer = await callShop('orders.show', { orderId })
    if (answer.ok && answer.value.state !== 'awaitingPayment') {
      return { status: 'settled', order: answer.value, error: null }
    }
    if (!answer.ok && answer.error.code !== 'NETWORK') {
      return { status: 'failed', order: null, error: answer.error }
    }
    lastError = answer.ok ? null : answer.error
  }
  return lastError
    ? { status: 'failed', order: null, error: lastError }
    : { status: 'late', order: null, error: null }
}
