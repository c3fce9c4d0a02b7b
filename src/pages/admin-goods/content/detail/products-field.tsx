import { ARTICLE_PRODUCTS_MAX } from '@core/kernel/limits'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { SearchField } from '@/components/search-field'
import { Sheet } from '@/components/sheet'
import { tappable } from '@/components/tappable'
import { useLoad } from '@/hooks/use-load'
import { callAdmin } from '@/services/call'

type Chosen = { id: string; title: string }
type Props = { products: Chosen[]; onChange(products: Chosen[]): void }

/** Products whose page lists the article. */
export function ProductsField({ products, onChange }: Props) {
  const [isOpen, setOpen] = useState(false)
  const without = (id: string) => products.filter((one) => one.id !== id)
  return (
    <View className="article-tags">
      {products.map(({ id, title }) => (
        <Choice
          key={id}
          isOnCard
          isSelected={false}
          isRemovable
          label={`去掉 ${title}`}
          onTap={() => onChange(without(id))}
        >
          {title}
        </Choice>
      ))}
      {products.length < ARTICLE_PRODUCTS_MAX && (
        <Button kind="quiet" size="small" onTap={() => setOpen(true)}>
          加商品
        </Button>
      )}
      <Sheet isOpen={isOpen} title="挂在哪件商品上" onClose={() => setOpen(false)}>
        {isOpen && (
          <Finder
            onChoose={(product) => {
              onChange([...without(product.id), product])
              setOpen(false)
            }}
          />
        )}
      </Sheet>
    </View>
  )
}

function Finder({ onChoose }: { onChoose(product: Chosen): void }) {
  const [word, setWord] = useState('')
  const found = useLoad(
    () => callAdmin('products.list', { isOnSale: true, ...(word === '' ? {} : { word }) }),
    word,
  )
  const items = found.value?.items ?? []
  return (
    <View className="finder">
      <SearchField word={word} placeholder="搜商品" label="搜商品" onSearch={setWord} />
      {items.map(({ id, title }) => (
        <View
          key={id}
          className="finder__row"
          {...tappable(title)}
          onClick={() => onChoose({ id, title })}
        >
          {title}
        </View>
      ))}
      {found.value && items.length === 0 && (
        <Text className="finder__nothing">没有找到在售的商品</Text>
      )}
    </View>
  )
}
