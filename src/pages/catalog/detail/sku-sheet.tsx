import type { ProductView, SkuView } from '@core/contract/storefront'
import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Picture } from '@/components/picture'
import { PriceNow } from '@/components/price-now'
import { Sheet } from '@/components/sheet'
import { Stepper } from '@/components/stepper'
import { tappable } from '@/components/tappable'
import { OptionFields } from './option-fields'
import { displayedPrice, isPriceFrom } from './price-section'
import { isPickAvailable, togglePick } from './sku-choice'
import type { ProductSelection } from './use-product-selection'
import './sku-sheet.scss'

type Props = { product: ProductView; selection: ProductSelection }

/** The sheet for choosing specification, options and quantity. */
export function SkuSheet({ product, selection }: Props) {
  const { sku, choice, setChoice } = selection
  return (
    <Sheet
      isOpen={selection.purpose !== null}
      title={product.dimensions.length > 0 ? '选择规格' : '加一点什么'}
      onClose={() => selection.openSheet(null)}
      foot={<SheetFoot product={product} selection={selection} />}
    >
      <View className="sku">
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
                    onClick={() =>
                      setChoice(togglePick(product.skus, choice, { dimension, value }))
                    }
                  >
                    {value}
                  </View>
                )
              })}
            </View>
          </View>
        ))}
        <OptionFields
          product={product}
          options={selection.options}
          error={selection.error}
          onChange={selection.setOptions}
        />
        <View className="sku__count">
          <Text className="sku__name">件数</Text>
          <Stepper
            value={selection.quantity}
            max={selection.quantityMax}
            label="件数"
            onChange={selection.setQuantity}
          />
        </View>
      </View>
    </Sheet>
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

function SheetFoot({ product, selection }: Props) {
  const { purpose, sku, confirm } = selection
  const isOnSale = product.sale.state === 'ON_SALE' || product.sale.state === 'EARLY'
  const canBuy = isOnSale && sku !== null && sku.available > 0
  if (purpose === 'cart' || purpose === 'buy') {
    return (
      <Button wide disabled={!canBuy} onTap={() => void confirm(purpose)}>
        {purpose === 'buy' ? '立即购买' : '加入购物车'}
      </Button>
    )
  }
  return (
    <>
      <Button kind="soft" wide disabled={!canBuy} onTap={() => void confirm('cart')}>
        加入购物车
      </Button>
      <Button wide disabled={!canBuy} onTap={() => void confirm('buy')}>
        立即购买
      </Button>
    </>
  )
}
