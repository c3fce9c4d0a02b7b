import { Text, Textarea, View } from '@tarojs/components'
import './text-area.scss'

type Props = {
  /** What is asked for, for those who cannot see the page. */
  label: string
  value: string
  /** The most characters it takes. */
  max: number
  placeholder: string
  /** What is wrong with what was typed. */
  error?: string | undefined
  onChange(value: string): void
}

/** Room for a few sentences; it counts what is left once that matters. */
export function TextArea({ label, value, max, placeholder, error: fault, onChange }: Props) {
  const left = max - value.length
  return (
    <View className="text-area">
      <Textarea
        className="text-area__input"
        value={value}
        maxlength={max}
        placeholder={placeholder}
        placeholderClass="placeholder"
        aria-label={label}
        onInput={(event) => onChange(event.detail.value)}
      />
      <View className="text-area__foot">
        <Text className="text-area__fault">{fault ?? ''}</Text>
        {left < max / 4 && <Text className="text-area__left">{`还能写 ${left} 字`}</Text>}
      </View>
    </View>
  )
}
