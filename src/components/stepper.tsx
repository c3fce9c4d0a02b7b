import { useEffect, useRef } from 'react'
import { View } from '@tarojs/components'
import { InputNumber } from '@nutui/nutui-react-taro'
import './stepper.scss'

type Props = {
  value: number
  max: number
  /** What is counted, for those who cannot see it. */
  label: string
  onChange(value: number): void
}

/** The element tree that both a browser and Taro's runtime have. */
type Labelled = { childNodes: ArrayLike<Labelled>; setAttribute(name: string, value: string): void }

/** Chooses how many, from 1 to `max`. */
export function Stepper({ value, max, label, onChange }: Props) {
  const around = useRef<Labelled>(null)

  useEffect(() => {
    // NutUI's two signs have no words of their own. They are given when the tree stands: an
    // overlay put in before a sheet moves all that follows, and Taro would write to the old place.
    const later = setTimeout(() => {
      const [less, count, more] = Array.from(around.current?.childNodes[0]?.childNodes ?? [])
      less?.setAttribute('aria-label', '减一件')
      count?.setAttribute('aria-label', label)
      more?.setAttribute('aria-label', '加一件')
    }, 0)
    return () => clearTimeout(later)
  }, [label])

  return (
    <View ref={around} className="stepper" onClick={(event) => event.stopPropagation()}>
      <InputNumber
        value={value}
        min={1}
        max={max}
        onChange={(next) => {
          const count = Math.floor(Number(next))
          if (count >= 1 && count <= max && count !== value) onChange(count)
        }}
      />
    </View>
  )
}
