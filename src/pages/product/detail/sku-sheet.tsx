import { Text, View } from '@tarojs/components'
import type { ProductView, SkuView } from '@core/contract/catalog'
import { LINE_QUANTITY_MAX } from '@core/domain/limits'
import { Button } from '@/components/button'
import { Picture } from '@/components/picture'
import { Price } from '@/components/price'
import { Sheet } from '@/components/sheet'
import { Stepper } from '@/components/stepper'
import { tappable } from '@/components/tappable'
import { choose, isPossible, type Choice } from './sku-choice'

/** What the sheet was opened for: only to choose, or on the way to the cart or to paying. */
export type SheetPurpose = 'choose' | 'cart' | 'buy'

type Props = {
  purpose: SheetPurpose | null
  product: ProductView
  sku: SkuView | null
  choice: Choice
  quantity: number
  onChoice(choice: Choice): void
  onQuantity(quantity: number): void
  onDone(how: 'cart' | 'buy'): void
  onClose(): void
}

/** Which one, and how many. */
export function SkuSheet(props: Props) {
  const { purpose, product, sku, choice, onChoice } = props
  return (
    <Sheet
      isOpen={purpose !== null}
      title="选择规格"
      onClose={props.onClose}
      foot={<SheetFoot {...props} />}
    >
      <View className="sku">
        <Chosen product={product} sku={sku} />
        {product.dimensions.map(({ name, values }, dimension) => (
          <View key={name}>
            <View className="sku__name">{name}</View>
            <View className="sku__values">
              {values.map((value) => {
                const isOn = choice[dimension] === value
                const canBe = isPossible(product.skus, choice, { dimension, value })
                const state = isOn ? ' sku__value--on' : canBe ? '' : ' sku__value--off'
                return (
                  <View
                    key={value}
                    className={`sku__value${state}`}
                    {...tappable(canBe ? value : `${value}，暂时没有`)}
                    onClick={() => onChoice(choose(product.skus, choice, { dimension, value }))}
                  >
                    {value}
                  </View>
                )
              })}
            </View>
          </View>
        ))}
        <View className="sku__count">
          <Text className="sku__name">件数</Text>
          <Stepper
            value={props.quantity}
            max={Math.max(1, Math.min(LINE_QUANTITY_MAX, sku?.available ?? LINE_QUANTITY_MAX))}
            label="件数"
            onChange={props.onQuantity}
          />
        </View>
      </View>
    </Sheet>
  )
}

/** Stock is told only when it is short. */
const FEW = 10

function Chosen({ product, sku }: Pick<Props, 'product' | 'sku'>) {
  const shown = sku ?? product.skus[0]
  const picture = shown?.picture ? shown.picture : (product.pictures[0] ?? '')
  return (
    <View className="sku__chosen">
      <Picture name={picture} alt={product.title} frame="thumb" />
      <View>
        <Price fen={shown?.priceFen ?? 0} marketFen={shown?.marketFen ?? null} />
        <View className="sku__stock">{stockWords(sku)}</View>
      </View>
    </View>
  )
}

function stockWords(sku: SkuView | null): string {
  if (!sku) return '选好后告诉你有没有货'
  if (sku.available === 0) return '这一款暂时没有'
  return sku.available < FEW ? `只剩 ${sku.available} 件` : '有货'
}

function SheetFoot({ purpose, sku, onDone }: Props) {
  const canTake = sku !== null && sku.available > 0
  if (purpose === 'cart' || purpose === 'buy') {
    return (
      <Button wide disabled={!canTake} onTap={() => onDone(purpose)}>
        {purpose === 'buy' ? '立即购买' : '加入购物车'}
      </Button>
    )
  }
  return (
    <>
      <Button kind="soft" wide disabled={!canTake} onTap={() => onDone('cart')}>
        加入购物车
      </Button>
      <Button wide disabled={!canTake} onTap={() => onDone('buy')}>
        立即购买
      </Button>
    </>
  )
}
