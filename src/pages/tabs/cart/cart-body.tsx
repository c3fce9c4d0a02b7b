import type { CartLine, CartView } from '@core/contract/cart'
import { linePrice } from '@core/domain/pricing/line-price'
import type { Quote } from '@core/domain/pricing/quote-types'
import type { Promotion } from '@core/domain/promotions/promotion'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Card } from '@/components/card'
import { ItemRow } from '@/components/item-row'
import { LongList } from '@/components/long-list'
import { Tag } from '@/components/tag'
import { tappable } from '@/components/tappable'
import { useCartQuote } from '@/hooks/use-cart-quote'
import { shop, useShop } from '@/stores/shop'
import { CartFoot, ManageFoot } from './cart-foot'
import { CartLineRow, UnavailableLineRow } from './cart-line-row'
import { CartPromotions } from './cart-promotions'
import { SwapSheet } from './swap-sheet'

/** The content of a non-empty cart: promotions, lines, gifts, total. */
export function CartBody({ cart }: { cart: CartView }) {
  const unchosen = useShop((state) => state.unchosen)
  // Lines picked for removal; `null` while the cart is not being tidied.
  const [picked, setPicked] = useState<readonly string[] | null>(null)
  // The key of the line that gets another SKU.
  const [swapped, setSwapped] = useState<string | null>(null)
  const { chosen, input, quote: cartQuote, progress } = useCartQuote(cart, unchosen)
  const lines = cart.lines.filter((line) => line.available > 0)
  const unavailable = cart.lines.filter((line) => line.available === 0)
  const isAll = chosen.length > 0 && chosen.length === lines.length
  const { promotions } = input
  const togglePicked = (key: string) =>
    setPicked((before) =>
      before?.includes(key) ? before.filter((one) => one !== key) : [...(before ?? []), key],
    )
  return (
    <>
      <View className="cart__tools">
        <Text>{`共 ${cart.lines.length} 种`}</Text>
        <View
          className="cart__manage"
          {...tappable()}
          onClick={() => setPicked(picked === null ? [] : null)}
        >
          {picked === null ? '管理' : '完成'}
        </View>
      </View>
      <CartPromotions promotions={progress} />
      {lines.length > 0 && (
        <View className="cart__lines">
          <LongList items={lines} layout="rows" keyOf={({ key }) => key}>
            {(line) => (
              <CartLineRow
                line={line}
                services={servicesOf(cart, line)}
                price={priceOf(line, cartQuote, promotions)}
                isPicking={picked !== null}
                isChosen={picked?.includes(line.key) ?? !unchosen.includes(line.key)}
                onToggle={picked === null ? shop.getState().toggleChosen : togglePicked}
                onSwap={setSwapped}
              />
            )}
          </LongList>
        </View>
      )}
      <Gifts quote={cartQuote} cart={cart} />
      {unavailable.length > 0 && (
        <Card title="买不到了">
          {unavailable.map((line) => (
            <UnavailableLineRow key={line.key} line={line} />
          ))}
        </Card>
      )}
      <SwapSheet
        line={cart.lines.find(({ key }) => key === swapped) ?? null}
        onClose={() => setSwapped(null)}
      />
      <View className="cart__room" />
      {picked !== null ? (
        <ManageFoot lines={lines} picked={picked} onPick={setPicked} />
      ) : (
        <CartFoot quote={cartQuote} input={input} chosen={chosen} isAll={isAll} />
      )}
    </>
  )
}

/** The price of a line: as it is quoted, or by itself when it is not chosen. */
function priceOf(line: CartLine, cartQuote: Quote, promotions: readonly Promotion[]) {
  const quoted = cartQuote.lines.find(({ key }) => key === line.key)
  return linePrice(quoted ?? line, cartQuote.adjustments, promotions)
}

const servicesOf = ({ material }: CartView, { key }: CartLine) =>
  material.lines.find((line) => line.key === key)?.services ?? []

/** Gifts included in the order. */
function Gifts({ quote: cartQuote, cart }: { quote: Quote; cart: CartView }) {
  const gifts = cartQuote.lines.filter((line) => line.kind === 'gift')
  if (gifts.length === 0) return null
  return (
    <Card title="赠品">
      {gifts.map((line) => {
        const snapshot = cart.gifts.find(({ skuId }) => skuId === line.skuId)
        return (
          snapshot && (
            <ItemRow key={line.key} line={{ ...snapshot, unitFen: 0, quantity: line.quantity }}>
              <Tag tone="leaf">随单送</Tag>
            </ItemRow>
          )
        )
      })}
    </Card>
  )
}
