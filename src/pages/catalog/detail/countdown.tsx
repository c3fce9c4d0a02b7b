import type { Instant } from '@core/kernel/calendar'
import { Text } from '@tarojs/components'
import { useTimeLeft } from '@/hooks/use-time-left'
import { countdownCopy } from './sale-copy'

/** The time left until a moment. What comes then is the cloud's to say. */
export const Countdown = ({ until }: { until: Instant }) => (
  <Text className="countdown">{useTimeLeft(until, countdownCopy)}</Text>
)
