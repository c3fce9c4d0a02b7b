import { Input, Text, View } from '@tarojs/components'
import './field.scss'

type Props = {
  name: string
  value: string
  /** Maximum length in characters. */
  max: number
  placeholder: string
  isNumber?: boolean
  /** A phone number as it may be pasted: with `+86`, blanks and dashes. */
  isPhone?: boolean
  /** What a number is counted in: 元, 件, 天. */
  unit?: string | undefined
  /** Lets WeChat suggest the user's own nickname. */
  isNickname?: boolean
  /** How the value is understood. */
  note?: string | undefined
  /** Validation error of the value. */
  error?: string | undefined
  onChange(value: string): void
}

/** A form field: name, input, and the validation error below. */
export function Field(props: Props) {
  const { name, value, max, placeholder, unit, note, error } = props
  return (
    <View className="field">
      <Text className="field__name">{name}</Text>
      <Input
        className="field__input"
        type={inputType(props)}
        value={value}
        maxlength={max}
        placeholder={placeholder}
        placeholderClass="placeholder"
        aria-label={name}
        onInput={(event) => props.onChange(event.detail.value)}
        onBlur={(event) => props.onChange(event.detail.value)}
      />
      {unit !== undefined && <Text className="field__unit">{unit}</Text>}
      {note !== undefined && <Text className="field__note">{note}</Text>}
      {error !== undefined && <Text className="field__error">{error}</Text>}
    </View>
  )
}

/** In a browser an input for numbers would drop what a pasted phone number has besides digits. */
function inputType({ isNumber = false, isPhone = false, isNickname = false }: Props) {
  const hasDigits = isNumber || (isPhone && process.env.TARO_ENV === 'weapp')
  return hasDigits ? 'number' : isNickname ? 'nickname' : 'text'
}
