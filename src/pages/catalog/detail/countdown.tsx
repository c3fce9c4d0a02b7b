import type { Instant } from '@core/kernel/calendar'
import { Text } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { now } from '@/services/clock'
import { countdownCopy } from './sale-copy'

/** A countdown moves with the second. */
const SECOND_MS = 1_000

type Props = { until: Instant; onOver(): void }

/** How long it still is until a moment; says once when it has come. */
export function Countdown({ until, onOver }: Props) {
  const [left, setLeft] = useState(() => until - now())
  const isOver = left <= 0
  // It is told once: a new function of the page is no new event.
  const tell = useRef(onOver)
  tell.current = onOver
  useEffect(() => {
    if (isOver) return tell.current()
    const timer = setInterval(() => setLeft(until - now()), SECOND_MS)
    return () => clearInterval(timer)
  }, [isOver, until])
  return <Text className="countdown">{countdownCopy(left)}</Text>
}
