import { InputNumber } from '@nutui/nutui-react-taro'
import { View } from '@tarojs/components'
import { useEffect, useRef } from 'react'
import './stepper.scss'

type Props = {
  value: number
  /** The least that can be chosen. */
  min?: number
  max: number
  /** How much one tap is. */
  step?: number
  /** What is counted, for those who cannot see it. */
  label: string
  onChange(value: number): void
}

/** The element tree that both a browser and Taro's runtime have. */
type LabelledNode = { childNodes: ArrayLike<LabelledNode>; setAttribute(name: string, value: string): void }

/** Chooses how many, from 1 or `min` to `max`. */
export function Stepper({ value, min = 1, max, step = 1, label, onChange }: Props) {
  const around = useRef<LabelledNode>(null)

  useEffect(() => {
    // NutUI's two signs have no words of their own. They are given when the tree stands: an
    // overlay put in before a sheet moves all that follows, and Taro would write to the old place.
    const later = setTimeout(() => {
      const [less, count, more] = Array.from(around.current?.childNodes[0]?.childNodes ?? [])
      less?.setAttribute('aria-label', step === 1 ? '减一件' : `减 ${step}`)
      count?.setAttribute('aria-label', label)
      more?.setAttribute('aria-label', step === 1 ? '加一件' : `加 ${step}`)
    }, 0)
    return () => clearTimeout(later)
  }, [label, step])

  return (
    <View ref={around} className="stepper" onClick={(event) => event.stopPropagation()}>
      <InputNumber
        value={value}
        min={min}
        max={max}
        step={step}
        onChange={(next) => {
          const count = Math.floor(Number(next))
          if (count >= min && count <= max && count !== value) onChange(count)
        }}
      />
    </View>
  )
}
