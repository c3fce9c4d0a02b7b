import type { StaffProductRow } from '@core/contract/products'
import type { NamedProduct, NamedSku } from '@core/contract/promotions'
import { specText } from '@core/domain/catalog/product'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Failure } from '@/components/empty'
import { LongList } from '@/components/long-list'
import { Picture } from '@/components/picture'
import { SearchField } from '@/components/search-field'
import { Sheet } from '@/components/sheet'
import { RowsSkeleton } from '@/components/skeleton'
import { tappable } from '@/components/tappable'
import { formatAmount } from '@/copy/numbers'
import { useLoad } from '@/hooks/use-load'
import { usePages } from '@/hooks/use-pages'
import { callAdmin } from '@/services/call'
import { ListFoot } from './list-foot'
import './goods-sheet.scss'

type Props = {
  isOpen: boolean
  title: string
  onClose(): void
} & (
  | { pick: 'product'; onPick(product: NamedProduct): void }
  | { pick: 'sku'; onPick(sku: NamedSku): void }
  | { pick: 'skus'; onPick(skus: NamedSku[]): void }
)

/** Finds a product on sale by a word and, if asked for, one of its SKUs or all of them. */
export function GoodsSheet(props: Props) {
  return (
    <Sheet isOpen={props.isOpen} title={props.title} onClose={props.onClose}>
      {props.isOpen && <Finder {...props} />}
    </Sheet>
  )
}

function Finder(props: Props) {
  const [product, setProduct] = useState<StaffProductRow | null>(null)
  if (props.pick !== 'product' && product) {
    return (
      <Skus
        product={product}
        canPickAll={props.pick === 'skus'}
        onBack={() => setProduct(null)}
        onPick={(skus) => {
          const [sku] = skus
          if (props.pick === 'skus') props.onPick(skus)
          else if (sku) props.onPick(sku)
          props.onClose()
        }}
      />
    )
  }
  return (
    <Products
      onPick={(row) => {
        if (props.pick !== 'product') return setProduct(row)
        props.onPick({ id: row.id, title: row.title, picture: row.picture })
        props.onClose()
      }}
    />
  )
}

function Products({ onPick }: { onPick(row: StaffProductRow): void }) {
  const [word, setWord] = useState('')
  const pages = usePages(
    (cursor) =>
      callAdmin('products.list', {
        isOnSale: true,
        ...(word && { word }),
        ...(cursor && { cursor }),
      }),
    word,
  )
  const { items, status, error } = pages
  return (
    <View className="goods">
      <SearchField word={word} placeholder="搜在售的商品" label="搜商品" onSearch={setWord} />
      <LongList items={items} layout="rows" keyOf={({ id }) => id}>
        {(row) => (
          <View className="goods__row" {...tappable(row.title)} onClick={() => onPick(row)}>
            <Picture name={row.picture} alt="" frame="thumb" />
            <View className="goods__words">
              <Text className="goods__title">{row.title}</Text>
              <Text className="goods__note">
                {`${formatAmount(row.fromFen)}${row.skus > 1 ? ` 起 · ${row.skus} 款` : ''}`}
              </Text>
            </View>
          </View>
        )}
      </LongList>
      {items.length > 0 && <ListFoot pages={pages} unit="件" />}
      {items.length === 0 && error && <Failure error={error} onRetry={() => void pages.reload()} />}
      {items.length === 0 && status === 'loading' && <RowsSkeleton count={4} />}
      {items.length === 0 && status === 'ready' && (
        <Text className="goods__nothing">没有找到在售的商品</Text>
      )}
    </View>
  )
}

type SkusProps = {
  product: StaffProductRow
  canPickAll: boolean
  onBack(): void
  onPick(skus: NamedSku[]): void
}

function Skus({ product, canPickAll, onBack, onPick }: SkusProps) {
  const { id: productId, title, picture } = product
  const loaded = useLoad(() => callAdmin('products.show', { productId }), productId)
  const skus = (loaded.value?.skus ?? [])
    .filter(({ isOnSale }) => isOnSale)
    .map(({ id, priceFen, values, picture: own }) => {
      return { id, productId, title, priceFen, spec: specText(values), picture: own || picture }
    })
  return (
    <View className="goods">
      <View className="goods__back" {...tappable('重新选商品')} onClick={onBack}>
        {`‹ ${title}`}
      </View>
      {canPickAll && skus.length > 1 && (
        <SkuRow
          name={`整件商品，${skus.length} 款一起`}
          sku={{ ...product, priceFen: product.fromFen }}
          onTap={() => onPick(skus)}
        />
      )}
      {skus.map((sku) => (
        <SkuRow key={sku.id} name={sku.spec || '单一规格'} sku={sku} onTap={() => onPick([sku])} />
      ))}
      {!loaded.value && loaded.error && (
        <Failure error={loaded.error} onRetry={() => void loaded.reload()} />
      )}
      {!loaded.value && !loaded.error && <RowsSkeleton count={3} />}
      {loaded.value && skus.length === 0 && (
        <Text className="goods__nothing">这件商品没有在售的款式</Text>
      )}
    </View>
  )
}

type SkuRowProps = {
  name: string
  sku: Pick<NamedSku, 'picture' | 'priceFen'> & { isFrom?: boolean }
  onTap(): void
}

const SkuRow = ({ name, sku: { picture, priceFen, isFrom = false }, onTap }: SkuRowProps) => (
  <View className="goods__row" {...tappable(name)} onClick={onTap}>
    <Picture name={picture} alt="" frame="thumb" />
    <View className="goods__words">
      <Text className="goods__title">{name}</Text>
      <Text className="goods__note">{`${formatAmount(priceFen)}${isFrom ? ' 起' : ''}`}</Text>
    </View>
  </View>
)
