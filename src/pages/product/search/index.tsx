import { useState } from 'react'
import { Input, View } from '@tarojs/components'
import { useReachBottom, useRouter } from '@tarojs/taro'
import { WORD_MAX } from '@core/domain/limits'
import { Empty, Failure } from '@/components/empty'
import { Icon } from '@/components/icon'
import { ListEnd } from '@/components/list-end'
import { PageShell } from '@/components/page-shell'
import { ProductCard } from '@/components/product-card'
import { ProductBones } from '@/components/skeleton'
import { tappable } from '@/components/tappable'
import { usePages } from '@/hooks/use-pages'
import { callShop } from '@/services/call'
import { go } from '@/services/route'
import { shop } from '@/stores/shop'
import { Suggestions } from './suggestions'
import './index.scss'

/** Looking for something by a word. */
export default function Search() {
  const asked = decodeURIComponent(useRouter().params.word ?? '')
  const [typed, setTyped] = useState(asked)
  const [word, setWord] = useState(asked)

  const search = (text: string) => {
    const wanted = text.trim()
    setTyped(wanted)
    setWord(wanted)
    if (wanted === '') return
    shop.getState().rememberWord(wanted)
    shop.getState().note('search', { word: wanted })
  }

  return (
    <PageShell title="搜索">
      <View className="search-box">
        <Icon name="search" />
        <Input
          className="search-box__input"
          value={typed}
          focus={asked === ''}
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
      {word === '' ? <Suggestions onWord={search} /> : <Found key={word} word={word} />}
    </PageShell>
  )
}

function Found({ word }: { word: string }) {
  const pages = usePages(
    (cursor) => callShop('catalog.search', { word, ...(cursor && { cursor }) }),
    word,
  )
  const { items, status, error, ended, more, reload } = pages
  useReachBottom(() => void more())
  const open = (productId: string) => {
    shop.getState().note('searchClick', { productId, word })
    go.product(productId)
  }
  if (items.length === 0 && error) return <Failure error={error} onRetry={() => void reload()} />
  if (items.length === 0 && status === 'loading') return <ProductBones />
  if (items.length === 0) {
    return (
      <Empty
        picture="fallen-leaf"
        title={`没有找到「${word}」`}
        note="换个短一点的词，或去架子上看看"
        action="看分类"
        onAction={() => go.tab('category')}
      />
    )
  }
  return (
    <>
      <View className="product-grid">
        {items.map((product) => (
          <ProductCard key={product.id} product={product} onOpen={open} />
        ))}
      </View>
      <ListEnd status={status} ended={ended} onRetry={() => void more()} />
    </>
  )
}
