import { WORD_MAX } from '@core/kernel/limits'
import { Input, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Icon } from './icon'
import { tappable } from './tappable'
import './search-field.scss'

type SearchFieldProps = {
  word: string
  /** Examples of words. */
  placeholder: string
  /** Accessible name. */
  label: string
  onSearch: (word: string) => void
}

/** Searches a list by a word when the word is complete, not at every key. */
export function SearchField({ word, placeholder, label, onSearch }: SearchFieldProps) {
  const [typed, setTyped] = useState(word)
  useEffect(() => setTyped(word), [word])
  const clear = () => {
    setTyped('')
    onSearch('')
  }
  return (
    <View className="search-field">
      <Icon name="search" />
      <Input
        className="search-field__input"
        value={typed}
        maxlength={WORD_MAX}
        confirmType="search"
        placeholder={placeholder}
        placeholderClass="placeholder"
        aria-label={label}
        onInput={(event) => setTyped(event.detail.value)}
        onConfirm={(event) => onSearch(event.detail.value)}
        onBlur={(event) => onSearch(event.detail.value)}
      />
      {typed !== '' && (
        <View className="search-field__clear" {...tappable('清空')} onClick={clear}>
          <Icon name="close" />
        </View>
      )}
    </View>
  )
}
