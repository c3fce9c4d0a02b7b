import { Input, Text, View } from '@tarojs/components'
import './field.scss'

type Props = {
  name: string
  value: string
  /** The most characters it takes. */
  max: number
  placeholder: string
  isNumber?: boolean
  /** WeChat offers the user's own nickname for a field of this kind. */
  isNickname?: boolean
  /** What is wrong with what was typed. */
  error?: string | undefined
  onChange(value: string): void
}

/** A line of a form: its name, what is typed, and beside it what is wrong. */
export function Field(props: Props) {
  const { name, value, max, placeholder, isNumber = false, isNickname = false, error: fault } = props
  return (
    <View className="field">
      <Text className="field__name">{name}</Text>
      <Input
        className="field__input"
        type={isNumber ? 'number' : isNickname ? 'nickname' : 'text'}
        value={value}
        maxlength={max}
        placeholder={placeholder}
        placeholderClass="placeholder"
        aria-label={name}
        onInput={(event) => props.onChange(event.detail.value)}
        onBlur={(event) => props.onChange(event.detail.value)}
      />
      {fault !== undefined && <Text className="field__fault">{fault}</Text>}
    </View>
  )
}
