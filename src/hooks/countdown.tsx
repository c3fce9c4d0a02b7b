import type { Instant } from '@core/kernel/calendar'
import { Text } from '@tarojs/components'
import { countdownCopy } from '@/copy/dates'
import { useTimeLeft } from './use-time-left'
import './countdown.scss'

/** The time left until a moment. What comes then is the cloud's to say. */
export const Countdown = ({ until }: { until: Instant }) => (
  <Text className="countdown">{useTimeLeft(until, countdownCopy)}</Text>
)
