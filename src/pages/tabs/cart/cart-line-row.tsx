import { memo } from 'react'
import { Text, View } from '@tarojs/components'
import type { CartLine } from '@core/contract/cart'
import { LINE_QUANTITY_MAX } from '@core/domain/limits'
import { Button } from '@/components/button'
import { Picture } from '@/components/picture'
import { Price } from '@/components/price'
import { Stepper } from '@/components/stepper'
import { Tick } from '@/components/tick'
import { go } from '@/services/route'
import { shop } from '@/stores/shop'

/** Fewer pieces than this are worth telling. */
const FEW = 10

/** A line of the cart. Only what changed of it is drawn anew. */
export const CartLineRow = memo(function CartLineRow(props: { line: CartLine; isChosen: boolean }) {
  const { line, isChosen } = props
  const { skuId, productId, title, spec, picture, unitFen, quantity, available } = line
  return (
    <View className="cart-line">
      <Tick
        isOn={isChosen}
        label={`选择 ${title}`}
        onTap={() => shop.getState().toggleChosen(skuId)}
      />
      <View onClick={() => go.product(productId)}>
        <Picture name={picture} alt={title} frame="thumb" />
      </View>
      <View className="cart-line__words">
        <Text className="cart-line__title">{title}</Text>
        <Text className="cart-line__note">
          {available < FEW ? `${spec} 只剩 ${available} 件`.trim() : spec}
        </Text>
        <View className="cart-line__foot">
          <Price fen={unitFen} size="body" />
          <Stepper
            value={quantity}
            max={Math.min(LINE_QUANTITY_MAX, available)}
            label={`${title} 的件数`}
            onChange={(value) => void shop.getState().setQuantity(skuId, value)}
          />
        </View>
      </View>
    </View>
  )
}, isSame)

/** A line that cannot be bought any more, and the way to be rid of it. */
export function GoneLineRow({ line }: { line: CartLine }) {
  return (
    <View className="cart-line cart-line--gone">
      <Picture name={line.picture} alt="" frame="thumb" />
      <View className="cart-line__words">
        <Text className="cart-line__title">{line.title}</Text>
        <Text className="cart-line__note">{`${line.spec} 已售罄`.trim()}</Text>
      </View>
      <Button
        kind="quiet"
        size="small"
        onTap={() => void shop.getState().removeLines([line.skuId])}
      >
        移出
      </Button>
    </View>
  )
}

type RowProps = { line: CartLine; isChosen: boolean }

/**
 * Every answer of the cloud brings new objects; a row is drawn anew only when it says something
 * new.
 */
function isSame(a: RowProps, b: RowProps): boolean {
  return (
    a.isChosen === b.isChosen &&
    a.line.skuId === b.line.skuId &&
    a.line.quantity === b.line.quantity &&
    a.line.available === b.line.available &&
    a.line.unitFen === b.line.unitFen &&
    a.line.title === b.line.title
  )
}
