import { dayOf, type Instant, MINUTE_MS, startOf } from '@core/kernel/calendar'
import { Picker, Text, View } from '@tarojs/components'
import { Icon } from '@/components/icon'
import { tappable } from '@/components/tappable'
import { now } from '@/services/clock'
import './moment-field.scss'

type Props = {
  name: string
  value: Instant | null
  placeholder: string
  onChange(value: Instant | null): void
}

/** A day and a time in Shanghai, with the phone's pickers; it can be empty. */
export function MomentField({ name, value, placeholder, onChange }: Props) {
  const shown = value ?? nextHour()
  const day = dayOf(shown)
  const time = clockOf(shown)
  return (
    <View className="moment-field">
      <Text className="moment-field__name">{name}</Text>
      <Picker
        mode="date"
        value={day}
        onChange={({ detail }) => onChange(momentOf(detail.value, time))}
      >
        <View className="moment-field__part" {...tappable(`${name} 日期`)}>
          {value === null ? placeholder : day}
        </View>
      </Picker>
      {value !== null && (
        <>
          <Picker
            mode="time"
            value={time}
            onChange={({ detail }) => onChange(momentOf(day, detail.value))}
          >
            <View className="moment-field__part" {...tappable(`${name} 时间`)}>
              {time}
            </View>
          </Picker>
          <View
            className="moment-field__clear"
            {...tappable(`去掉${name}`)}
            onClick={() => onChange(null)}
          >
            <Icon name="close" />
          </View>
        </>
      )}
    </View>
  )
}

const HOUR_MINUTES = 60

/** The default: the next full hour. */
const nextHour = (): Instant => {
  const hour = HOUR_MINUTES * MINUTE_MS
  return Math.ceil(now() / hour) * hour
}

/** `09:30` in Shanghai. */
const clockOf = (at: Instant): string => {
  const minutes = Math.floor((at - startOf(dayOf(at))) / MINUTE_MS)
  const two = (number: number) => String(number).padStart(2, '0')
  return `${two(Math.floor(minutes / HOUR_MINUTES))}:${two(minutes % HOUR_MINUTES)}`
}

const momentOf = (day: string, clock: string): Instant => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return startOf(day) + (hours * HOUR_MINUTES + minutes) * MINUTE_MS
}
