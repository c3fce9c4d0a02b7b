import { Input, View } from '@tarojs/components'
import { useState } from 'react'
import { Choice } from '@/components/choice'

type Props = {
  values: string[]
  /** The number of texts, and the characters of each. */
  most: number
  max: number
  label: string
  placeholder: string
  onChange(values: string[]): void
}

/** A list of short texts: typed to be added, tapped to be removed. */
export function TextListField({ values, most, max, label, placeholder, onChange }: Props) {
  const [typed, setTyped] = useState('')
  const add = () => {
    const value = typed.trim()
    setTyped('')
    if (value !== '' && !values.includes(value)) onChange([...values, value])
  }
  return (
    <View className="editor__choices">
      {values.map((value) => (
        <Choice
          key={value}
          isOnCard
          isSelected={false}
          isRemovable
          label={`去掉 ${value}`}
          onTap={() => onChange(values.filter((one) => one !== value))}
        >
          {value}
        </Choice>
      ))}
      {values.length < most && (
        <Input
          className="editor__typed"
          value={typed}
          maxlength={max}
          placeholder={placeholder}
          placeholderClass="placeholder"
          aria-label={label}
          onInput={(event) => setTyped(event.detail.value)}
          onConfirm={add}
          onBlur={add}
        />
      )}
    </View>
  )
}
