import { Text, Textarea, View } from '@tarojs/components'
import { useIsInSheet } from './sheet'
import './text-area.scss'

type Props = {
  /** Accessible name. */
  label: string
  value: string
  /** Maximum length in characters. */
  max: number
  placeholder: string
  /** Validation error of the value. */
  error?: string | undefined
  onChange(value: string): void
}

/** A multi-line input; shows the characters left in the last quarter. */
export function TextArea({ label, value, max, placeholder, error, onChange }: Props) {
  const left = max - value.length
  // In a fixed layer WeChat's text area must be told so, or it stands where the page scrolled to.
  const isFixed = useIsInSheet()
  return (
    <View className="text-area">
      <Textarea
        className="text-area__input"
        value={value}
        maxlength={max}
        fixed={isFixed}
        placeholder={placeholder}
        placeholderClass="placeholder"
        aria-label={label}
        onInput={(event) => onChange(event.detail.value)}
      />
      <View className="text-area__foot">
        <Text className="text-area__error">{error ?? ''}</Text>
        {left < max / 4 && <Text className="text-area__left">{`还能写 ${left} 字`}</Text>}
      </View>
    </View>
  )
}
