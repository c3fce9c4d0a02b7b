import { Input, Text, View } from '@tarojs/components'
import './field.scss'

type Props = {
  name: string
  value: string
  /** Maximum length in characters. */
  max: number
  placeholder: string
  isNumber?: boolean
  /** Lets WeChat suggest the user's own nickname. */
  isNickname?: boolean
  /** Validation error of the value. */
  error?: string | undefined
  onChange(value: string): void
}

/** A form field: name, input, and the validation error below. */
export function Field(props: Props) {
  const { name, value, max, placeholder, isNumber = false, isNickname = false, error } = props
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
      {error !== undefined && <Text className="field__error">{error}</Text>}
    </View>
  )
}
