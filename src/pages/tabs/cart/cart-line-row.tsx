import type { CartLine } from '@core/contract/cart'
import type { LinePrice } from '@core/domain/pricing/line-price'
import type { LineService } from '@core/domain/pricing/pricing-input'
import { LINE_QUANTITY_MAX } from '@core/kernel/limits'
import { Text, View } from '@tarojs/components'
import { memo } from 'react'
import { Button } from '@/components/button'
import { Checkbox } from '@/components/checkbox'
import { LinePriceTags, ServiceRow } from '@/components/order-lines'
import { Picture } from '@/components/picture'
import { Price } from '@/components/price'
import { Stepper } from '@/components/stepper'
import { piecesCopy } from '@/copy/numbers'
import { go } from '@/services/route'
import { shop } from '@/stores/shop'

/** Below this many pieces the exact stock is shown. */
const LOW_STOCK = 10

type RowProps = {
  line: CartLine
  services: readonly LineService[]
  price: LinePrice
  /** Whether lines are being picked for removal rather than for the order. */
  isPicking: boolean
  isChosen: boolean
  onToggle(key: string): void
}

/** A line of the cart; re-renders only when its content changes. */
export const CartLineRow = memo(function CartLineRow(props: RowProps) {
  const { line, services, price, isPicking, isChosen, onToggle } = props
  const { key, productId, title, picture, quantity, available } = line
  return (
    <View className="cart-line">
      <Checkbox
        isChecked={isChosen}
        label={`${isPicking ? '要移出' : '选择'} ${title}`}
        onTap={() => onToggle(key)}
      />
      <View onClick={() => go.product(productId)}>
        <Picture name={picture} alt={title} frame="thumb" />
      </View>
      <View className="cart-line__words">
        <Text className="cart-line__title">{title}</Text>
        <Text className="cart-line__note">{lineNote(line)}</Text>
        {price.codes.length > 0 && (
          <View className="cart-line__tags">
            <LinePriceTags price={price} />
          </View>
        )}
        <View className="cart-line__foot">
          {price.prices.length > 1 ? (
            <Text className="cart-line__prices">{piecesCopy(price.prices)}</Text>
          ) : (
            <Price fen={price.unitFen} marketFen={price.listFen} size="body" />
          )}
          <Stepper
            value={quantity}
            max={Math.min(LINE_QUANTITY_MAX, available)}
            label={`${title} 的件数`}
            onChange={(value) => void shop.getState().setQuantity(key, value)}
          />
        </View>
        {services.map(({ id, name, priceFen }) => (
          <ServiceRow key={id} line={{ name, unitFen: priceFen, quantity }} />
        ))}
      </View>
    </View>
  )
}, showsTheSame)

/** Specification, custom fields, and low stock. */
function lineNote({ spec, fields, available }: CartLine): string {
  const written = fields.map(({ label, value }) => `${label}：${value}`)
  const few = available > 0 && available < LOW_STOCK ? [`只剩 ${available} 件`] : []
  return [spec, ...written, ...few].filter(Boolean).join(' · ')
}

/** An unavailable line with a remove button. */
export function UnavailableLineRow({ line }: { line: CartLine }) {
  return (
    <View className="cart-line cart-line--gone">
      <View onClick={() => go.product(line.productId)}>
        <Picture name={line.picture} alt={line.title} frame="thumb" />
      </View>
      <View className="cart-line__words">
        <Text className="cart-line__title">{line.title}</Text>
        <Text className="cart-line__note">{`${lineNote(line)} 已售罄或还没开售`.trim()}</Text>
      </View>
      <Button kind="quiet" size="small" onTap={() => shop.getState().removeLines([line.key])}>
        移出
      </Button>
    </View>
  )
}

/**
 * Every response brings new objects; a row re-renders only when what it shows has changed.
 */
function showsTheSame(a: RowProps, b: RowProps): boolean {
  return (
    a.isChosen === b.isChosen &&
    a.isPicking === b.isPicking &&
    a.line.key === b.line.key &&
    a.line.quantity === b.line.quantity &&
    a.line.available === b.line.available &&
    a.line.title === b.line.title &&
    JSON.stringify(a.price) === JSON.stringify(b.price) &&
    JSON.stringify(a.services) === JSON.stringify(b.services)
  )
}
