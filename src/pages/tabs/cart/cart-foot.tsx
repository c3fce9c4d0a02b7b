import { Text, View } from '@tarojs/components'
import type { CartLine, CartView } from '@core/contract/cart'
import { quote } from '@core/domain/pricing'
import { defaultProgram } from '@core/domain/program'
import { Button } from '@/components/button'
import { Price } from '@/components/price'
import { Tick } from '@/components/tick'
import { go } from '@/services/route'
import { shop } from '@/stores/shop'
import { roundAmountWords } from '@/words/numbers'

type Props = { chosen: CartLine[]; isAll: boolean }

const begin = (chosen: CartLine[]) => {
  const lines = chosen.map(({ skuId, quantity, available }) => ({
    skuId,
    quantity: Math.min(quantity, available),
  }))
  shop.getState().beginCheckout(lines, 'cart')
  go.checkout()
}

/** The running total, by the same rules that the cloud charges by, and the way to pay. */
export function CartFoot({ cart, chosen, isAll }: Props & { cart: CartView }) {
  const { freightFen, freeFreightFromFen } = cart
  const program = { ...defaultProgram, freightFen, freeFreightFromFen }
  const sum = quote(chosen, null, program)
  return (
    <View className="cart-foot">
      <Tick isOn={isAll} label="全选" onTap={() => shop.getState().chooseAll(!isAll)} />
      <View className="cart-foot__sum">
        <Price fen={chosen.length > 0 ? sum.totalFen : 0} />
        <Text className="cart-foot__note">
          {freightWords(chosen.length, sum.freeFreightMissingFen, freeFreightFromFen)}
        </Text>
      </View>
      <Button disabled={chosen.length === 0} onTap={() => begin(chosen)}>
        {`结算 ${chosen.length} 种`}
      </Button>
    </View>
  )
}

function freightWords(lines: number, missingFen: number, fromFen: number): string {
  if (lines === 0) return '先选几样'
  const from = `满 ${roundAmountWords(fromFen).slice(1)} 包邮`
  return missingFen > 0 ? `${from}，还差 ${roundAmountWords(missingFen)}` : '已包邮'
}

/** In place of the total while lines are being taken out. */
export function ManageFoot({ chosen, isAll }: Props) {
  return (
    <View className="cart-foot">
      <Tick isOn={isAll} label="全选" onTap={() => shop.getState().chooseAll(!isAll)} />
      <Text className="cart-foot__sum">全选</Text>
      <Button
        kind="soft"
        disabled={chosen.length === 0}
        onTap={() => void shop.getState().removeLines(chosen.map((line) => line.skuId))}
      >
        {`移出 ${chosen.length} 种`}
      </Button>
    </View>
  )
}
