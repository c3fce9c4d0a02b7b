import { WORD_MAX } from '@core/kernel/limits'
import { Input, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Icon } from '@/components/icon'
import { PageShell } from '@/components/page-shell'
import { tappable } from '@/components/tappable'
import { decodeQuery } from '@/services/route'
import { shop } from '@/stores/shop'
import type { SearchFilters } from './search-filters'
import { SearchResults } from './search-results'
import { Suggestions } from './suggestions'
import './index.scss'

/** Search by word, or all products of a brand or tag. */
export default function Search() {
  const { params } = useRouter()
  const initialWord = decodeQuery(params.word ?? '')
  const [{ filters, title }] = useState(() => initialSearch(params))
  const [typed, setTyped] = useState(initialWord)
  const [word, setWord] = useState(initialWord)

  const search = (text: string) => {
    const wanted = text.trim()
    setTyped(wanted)
    setWord(wanted)
    if (wanted === '') return
    shop.getState().addRecentWord(wanted)
    shop.getState().recordEvent('search', { word: wanted })
  }

  return (
    <PageShell title={title || '搜索'}>
      <View className="search-box">
        <Icon name="search" />
        <Input
          className="search-box__input"
          value={typed}
          focus={initialWord === '' && title === ''}
          maxlength={WORD_MAX}
          placeholder="搜茶、蜜、点心"
          placeholderClass="placeholder"
          confirmType="search"
          aria-label="搜索词"
          onInput={(event) => setTyped(event.detail.value)}
          onConfirm={(event) => search(event.detail.value)}
        />
        {typed !== '' && (
          <View className="search-box__clear" {...tappable('清空')} onClick={() => search('')}>
            <Icon name="close" />
          </View>
        )}
        <View className="search-box__go" {...tappable()} onClick={() => search(typed)}>
          搜索
        </View>
      </View>
      {word === '' && title === '' ? (
        <Suggestions onWord={search} />
      ) : (
        <SearchResults key={word} word={word} initialFilters={filters} />
      )}
    </PageShell>
  )
}

/** The filters and title the page was opened with: a brand or a tag. */
function initialSearch(params: Record<string, string | undefined>): InitialSearch {
  const brand = decodeQuery(params.brand ?? '')
  if (brand !== '') return { filters: { brand }, title: brand }
  const tagId = decodeQuery(params.tagId ?? '')
  if (tagId !== '') return { filters: { tagId }, title: decodeQuery(params.tagName ?? '') }
  return { filters: {}, title: '' }
}

type InitialSearch = { filters: SearchFilters; title: string }
