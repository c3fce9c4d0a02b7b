import type { CartLine } from '@core/contract/cart'
import type { LinePrice } from '@core/domain/pricing/line-price'
import type { LineService } from '@core/domain/pricing/pricing-input'
import { LINE_QUANTITY_MAX } from '@core/kernel/limits'
import { Text, View } from '@tarojs/components'
import { memo } from 'react'
import { Button } from '@/components/button'
import { Checkbox } from '@/components/checkbox'
import { Icon } from '@/components/icon'
import { LinePriceTags, ServiceRow } from '@/components/order-lines'
import { Picture } from '@/components/picture'
import { Price } from '@/components/price'
import { Stepper } from '@/components/stepper'
import { tappable } from '@/components/tappable'
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
  /** Another SKU of the product is wanted. */
  onSwap(key: string): void
}

/** A line of the cart; re-renders only when its content changes. */
export const CartLineRow = memo(function CartLineRow(props: RowProps) {
  const { line, services, price, isPicking, isChosen, onToggle, onSwap } = props
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
        {line.spec !== '' && <Spec line={line} onSwap={onSwap} />}
        {lineNote(line) !== '' && <Text className="cart-line__note">{lineNote(line)}</Text>}
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
          {isPicking ? (
            <LineActions line={line} />
          ) : (
            <Stepper
              value={quantity}
              max={Math.min(LINE_QUANTITY_MAX, available)}
              label={`${title} 的件数`}
              onChange={(value) => void shop.getState().setQuantity(key, value)}
            />
          )}
        </View>
        {services.map(({ id, name, priceFen }) => (
          <ServiceRow key={id} line={{ name, unitFen: priceFen, quantity }} />
        ))}
      </View>
    </View>
  )
}, showsTheSame)

/** The specification, which a tap changes. */
function Spec({ line, onSwap }: { line: CartLine; onSwap(key: string): void }) {
  const { key, title, spec } = line
  return (
    <View
      className="cart-line__spec"
      {...tappable(`换规格：${title} ${spec}`)}
      onClick={() => onSwap(key)}
    >
      <View className="cart-line__spec-words">
        <Text className="cart-line__spec-text">{spec}</Text>
        <Icon name="next" />
      </View>
    </View>
  )
}

/** Takes a line out of the cart, for good or to the favourites; both can be undone. */
function LineActions({ line: { key, title } }: { line: CartLine }) {
  const { removeLines, moveToFavourites } = shop.getState()
  return (
    <View className="cart-line__acts">
      <Button
        kind="quiet"
        size="small"
        label={`把 ${title} 移入收藏`}
        onTap={() => moveToFavourites([key])}
      >
        移入收藏
      </Button>
      <Button
        kind="quiet"
        size="small"
        label={`把 ${title} 移出购物车`}
        onTap={() => removeLines([key])}
      >
        移出
      </Button>
    </View>
  )
}

/** Custom fields, and low stock. */
function lineNote({ fields, available }: CartLine): string {
  const written = fields.map(({ label, value }) => `${label}：${value}`)
  const few = available > 0 && available < LOW_STOCK ? [`只剩 ${available} 件`] : []
  return [...written, ...few].join(' · ')
}

const goneNote = (line: CartLine): string =>
  [line.spec, lineNote(line), '已售罄或还没开售'].filter(Boolean).join(' · ')

/** An unavailable line, which can only be taken out. */
export function UnavailableLineRow({ line }: { line: CartLine }) {
  return (
    <View className="cart-line cart-line--gone">
      <View onClick={() => go.product(line.productId)}>
        <Picture name={line.picture} alt={line.title} frame="thumb" />
      </View>
      <View className="cart-line__words">
        <Text className="cart-line__title">{line.title}</Text>
        <Text className="cart-line__note">{goneNote(line)}</Text>
        <LineActions line={line} />
      </View>
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
    a.line.spec === b.line.spec &&
    JSON.stringify(a.price) === JSON.stringify(b.price) &&
    JSON.stringify(a.services) === JSON.stringify(b.services)
  )
}
