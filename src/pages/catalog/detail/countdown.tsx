import type { Instant } from '@core/kernel/calendar'
import { Text } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { now } from '@/services/clock'
import { countdownCopy } from './sale-copy'

const SECOND_MS = 1_000

type Props = { until: Instant; onOver(): void }

/** The time left until a moment; calls `onOver` once when it is reached. */
export function Countdown({ until, onOver }: Props) {
  const [left, setLeft] = useState(() => until - now())
  const isOver = left <= 0
  // A ref, so that a new callback does not restart the effect.
  const latestOnOver = useRef(onOver)
  latestOnOver.current = onOver
  useEffect(() => {
    if (isOver) return latestOnOver.current()
    const timer = setInterval(() => setLeft(until - now()), SECOND_MS)
    return () => clearInterval(timer)
  }, [isOver, until])
  return <Text className="countdown">{countdownCopy(left)}</Text>
}
