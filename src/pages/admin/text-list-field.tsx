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

/** `甜、咸` → `甜` and `咸`; each cut to its length. */
const partsOf = (typed: string, max: number): string[] =>
  typed
    .split(/[、，,;；\n]/)
    .map((part) => [...part.trim()].slice(0, max).join(''))
    .filter((part) => part !== '')

/** A list of short texts: typed to be added, several at once with commas, tapped to be removed. */
export function TextListField({ values, most, max, label, placeholder, onChange }: Props) {
  const [typed, setTyped] = useState('')
  const add = () => {
    setTyped('')
    const all = [...new Set([...values, ...partsOf(typed, max)])].slice(0, most)
    if (all.length > values.length) onChange(all)
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
          maxlength={max * most}
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
