import type { ProductView, SkuView } from '@core/contract/storefront'
import { View } from '@tarojs/components'
import { Picture } from './picture'
import { PriceNow } from './price-now'
import {
  displayedPrice,
  isPickAvailable,
  isPriceFrom,
  type SkuChoice,
  togglePick,
} from './sku-choice'
import { tappable } from './tappable'
import './sku-picker.scss'

type Props = {
  product: ProductView
  sku: SkuView | null
  choice: SkuChoice
  onChoose(choice: SkuChoice): void
}

/** The chosen SKU with its price and stock, and the values of each dimension to choose from. */
export function SkuPicker({ product, sku, choice, onChoose }: Props) {
  return (
    <>
      <ChosenSku product={product} sku={sku} />
      {product.dimensions.map(({ name, values }, dimension) => (
        <View key={name}>
          <View className="sku__name">{name}</View>
          <View className="sku__values">
            {values.map((value) => {
              const isOn = choice[dimension] === value
              const canPick = isPickAvailable(product.skus, choice, { dimension, value })
              const state = isOn ? ' sku__value--on' : canPick ? '' : ' sku__value--off'
              return (
                <View
                  key={value}
                  className={`sku__value${state}`}
                  {...tappable(canPick ? value : `${value}，暂时没有`)}
                  onClick={() => onChoose(togglePick(product.skus, choice, { dimension, value }))}
                >
                  {value}
                </View>
              )
            })}
          </View>
        </View>
      ))}
    </>
  )
}

/** Below this many pieces the exact stock is shown. */
const LOW_STOCK = 10

function ChosenSku({ product, sku }: { product: ProductView; sku: SkuView | null }) {
  const shown = sku ?? product.skus[0]
  const price = displayedPrice(product, sku)
  const picture = shown?.picture ? shown.picture : (product.pictures[0] ?? '')
  return (
    <View className="sku__chosen">
      <Picture name={picture} alt={product.title} frame="thumb" />
      <View>
        {price && (
          <PriceNow
            price={price}
            marketFen={shown?.marketFen ?? null}
            isFrom={isPriceFrom(product, sku)}
          />
        )}
        <View className="sku__stock">{stockCopy(sku)}</View>
      </View>
    </View>
  )
}

function stockCopy(sku: SkuView | null): string {
  if (!sku) return '选好后告诉你有没有货'
  if (sku.available === 0) return '这一款暂时没有'
  return sku.available < LOW_STOCK ? `只剩 ${sku.available} 件` : '有货'
}
