import type { CartLine } from '@core/contract/cart'
import type { PricingInput } from '@core/domain/pricing/pricing-input'
import type { Quote } from '@core/domain/pricing/quote-types'
import { savedFen } from '@core/domain/pricing/saved'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Checkbox } from '@/components/checkbox'
import { Price } from '@/components/price'
import { PriceBreakdown } from '@/components/price-breakdown'
import { Sheet } from '@/components/sheet'
import { SumRow } from '@/components/sum-row'
import { tappable } from '@/components/tappable'
import { freightCopy, freightReasonCopy } from '@/copy/freight'
import { formatRoundAmount } from '@/copy/numbers'
import { go } from '@/services/route'
import { shop } from '@/stores/shop'

const checkOut = (chosen: CartLine[]) => {
  const lines = chosen.map(({ skuId, quantity, available, options }) => ({
    skuId,
    quantity: Math.min(quantity, available),
    options,
  }))
  shop.getState().startCheckout(lines, 'cart')
  go.checkout()
}

type Props = { chosen: CartLine[]; isAll: boolean; quote: Quote; input: PricingInput }

/** The total, by the same rules as the cloud, and the checkout button. */
export function CartFoot({ quote, input, chosen, isAll }: Props) {
  const [isOpen, setOpen] = useState(false)
  const saved = savedFen(quote)
  return (
    <>
      <View className="cart-foot">
        <Checkbox isChecked={isAll} label="全选" onTap={() => shop.getState().chooseAll(!isAll)} />
        <View className="cart-foot__sum" {...tappable('价格明细')} onClick={() => setOpen(true)}>
          <Price fen={chosen.length > 0 ? quote.totalFen : 0} />
          <Text className="cart-foot__note">
            {saved > 0 ? `已省 ${formatRoundAmount(saved)} · ` : ''}
            {chosen.length > 0 ? freightCopy(quote, input) : '先选几样'}
          </Text>
        </View>
        <Button disabled={chosen.length === 0} onTap={() => checkOut(chosen)}>
          {`结算 ${chosen.length} 种`}
        </Button>
      </View>
      <Sheet isOpen={isOpen && chosen.length > 0} title="价格明细" onClose={() => setOpen(false)}>
        <PriceBreakdown amounts={quote} freightNote={freightReasonCopy(quote.adjustments, input)} />
        <SumRow label="合计" fen={quote.totalFen} isTotal />
      </Sheet>
    </>
  )
}

type ManageProps = {
  lines: readonly CartLine[]
  picked: readonly string[]
  onPick(keys: string[]): void
}

/** Replaces the total while lines are being removed; none is picked beforehand. */
export function ManageFoot({ lines, picked, onPick }: ManageProps) {
  const keys = lines.map(({ key }) => key).filter((key) => picked.includes(key))
  const isAll = keys.length > 0 && keys.length === lines.length
  const { removeLines, moveToFavourites } = shop.getState()
  const take = (out: (keys: string[]) => void) => () => {
    out(keys)
    onPick([])
  }
  return (
    <View className="cart-foot">
      <Checkbox
        isChecked={isAll}
        label="全选"
        onTap={() => onPick(isAll ? [] : lines.map(({ key }) => key))}
      />
      <Text className="cart-foot__sum">全选</Text>
      {keys.length === 0 ? (
        <Text className="cart-foot__note">点选几样，可以一起移出</Text>
      ) : (
        <View className="cart-foot__acts">
          <Button kind="quiet" onTap={take(moveToFavourites)}>
            移入收藏
          </Button>
          <Button kind="soft" onTap={take(removeLines)}>
            {`移出 ${keys.length} 种`}
          </Button>
        </View>
      )}
    </View>
  )
}

/** Says what was taken out of the cart, and puts it back. */
export function UndoBar({ count, isFavourite }: { count: number; isFavourite: boolean }) {
  if (count === 0) return null
  return (
    <View className="cart-undo" role="status">
      <Text className="cart-undo__words">{`${isFavourite ? '已移入收藏' : '已移出'} ${count} 种`}</Text>
      <Button kind="quiet" size="small" onTap={() => shop.getState().undoRemoval()}>
        撤销
      </Button>
    </View>
  )
}
