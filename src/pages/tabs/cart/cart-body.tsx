import type { CartLine, CartView } from '@core/contract/cart'
import { linePrice } from '@core/domain/pricing/line-price'
import { quote } from '@core/domain/pricing/quote'
import type { Quote } from '@core/domain/pricing/quote-types'
import { Text, View } from '@tarojs/components'
import { useMemo, useState } from 'react'
import { Card } from '@/components/card'
import { ItemRow } from '@/components/item-row'
import { Tag } from '@/components/tag'
import { tappable } from '@/components/tappable'
import { today } from '@/services/clock'
import { chosenLines, chosenPricingInput } from '@/stores/cart'
import { INITIAL_CHOICE } from '@/stores/checkout'
import { useShop } from '@/stores/shop'
import { CartFoot, ManageFoot } from './cart-foot'
import { CartPromotions } from './cart-promotions'
import { CartLineRow, UnavailableLineRow } from './cart-line-row'
import { promotionProgress } from './promotion-progress'

/** A cart with something in it: lines, what they bring, and what they come to. */
export function CartBody({ cart }: { cart: CartView }) {
  const unchosen = useShop((state) => state.unchosen)
  const [isManaging, setManaging] = useState(false)
  const chosen = useMemo(() => chosenLines(cart.lines, unchosen), [cart, unchosen])
  const material = useMemo(() => chosenPricingInput(cart, chosen), [cart, chosen])
  // The same choice with which the checkout begins, so that both say the same sum.
  const bill = useMemo(() => quote(material, INITIAL_CHOICE), [material])
  const lines = cart.lines.filter((line) => line.available > 0)
  const gone = cart.lines.filter((line) => line.available === 0)
  const isAll = chosen.length > 0 && chosen.length === lines.length
  const { promotions } = material
  return (
    <>
      <View className="cart__tools">
        <Text>{`共 ${cart.lines.length} 种`}</Text>
        <View className="cart__manage" {...tappable()} onClick={() => setManaging(!isManaging)}>
          {isManaging ? '完成' : '管理'}
        </View>
      </View>
      <CartPromotions hints={promotionProgress({ input: material, quote: bill, gifts: cart.gifts, today: today() })} />
      {lines.length > 0 && (
        <View className="cart__lines">
          {lines.map((line) => (
            <CartLineRow
              key={line.key}
              line={line}
              services={servicesOf(cart, line)}
              price={linePrice(line, bill.adjustments, promotions)}
              isChosen={!unchosen.includes(line.key)}
            />
          ))}
        </View>
      )}
      <Gifts bill={bill} cart={cart} />
      {gone.length > 0 && (
        <Card title="买不到了">
          {gone.map((line) => (
            <UnavailableLineRow key={line.key} line={line} />
          ))}
        </Card>
      )}
      <View className="cart__room" />
      {isManaging ? (
        <ManageFoot chosen={chosen} isAll={isAll} />
      ) : (
        <CartFoot quote={bill} input={material} chosen={chosen} isAll={isAll} />
      )}
    </>
  )
}

const servicesOf = ({ material }: CartView, { key }: CartLine) =>
  material.lines.find((line) => line.key === key)?.services ?? []

/** What goes along for nothing. */
function Gifts({ bill, cart }: { bill: Quote; cart: CartView }) {
  const gifts = bill.lines.filter((line) => line.kind === 'gift')
  if (gifts.length === 0) return null
  return (
    <Card title="赠品">
      {gifts.map((line) => {
        const words = cart.gifts.find(({ skuId }) => skuId === line.skuId)
        return (
          words && (
            <ItemRow key={line.key} line={{ ...words, unitFen: 0, quantity: line.quantity }}>
              <Tag tone="leaf">随单送</Tag>
            </ItemRow>
          )
        )
      })}
    </Card>
  )
}
