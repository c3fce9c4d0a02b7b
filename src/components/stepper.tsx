import { InputNumber } from '@nutui/nutui-react-taro'
import { View } from '@tarojs/components'
import { useEffect, useRef } from 'react'
import './stepper.scss'

type Props = {
  value: number
  min?: number
  max: number
  /** Change per tap. */
  step?: number
  /** Accessible name. */
  label: string
  onChange(value: number): void
}

/** The part of the element API that browsers and Taro's runtime share. */
type LabelledNode = {
  childNodes: ArrayLike<LabelledNode>
  setAttribute(name: string, value: string): void
}

/** A number input with minus and plus buttons. */
export function Stepper({ value, min = 1, max, step = 1, label, onChange }: Props) {
  const containerRef = useRef<LabelledNode>(null)

  useEffect(() => {
    // NutUI's minus and plus have no accessible names. They are set after rendering: inserting an
    // overlay shifts timer nodes, and Taro would otherwise write to the old position.
    const timer = setTimeout(() => {
      const [less, count, more] = Array.from(containerRef.current?.childNodes[0]?.childNodes ?? [])
      less?.setAttribute('aria-label', step === 1 ? '减一件' : `减 ${step}`)
      count?.setAttribute('aria-label', label)
      more?.setAttribute('aria-label', step === 1 ? '加一件' : `加 ${step}`)
    }, 0)
    return () => clearTimeout(timer)
  }, [label, step])

  return (
    <View ref={containerRef} className="stepper" onClick={(event) => event.stopPropagation()}>
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
