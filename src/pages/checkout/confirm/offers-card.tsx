import type { PricingChoice, PricingInput } from '@core/domain/pricing/pricing-input'
import type { Quote } from '@core/domain/pricing/quote-types'
import { pointsWorthFen } from '@core/domain/pricing/rules/points'
import { POINTS_SPENT_MAX } from '@core/kernel/limits'
import { Switch } from '@nutui/nutui-react-taro'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Card, Row } from '@/components/card'
import { Stepper } from '@/components/stepper'
import { formatAmount, formatCount, formatRoundAmount } from '@/copy/numbers'
import { shop } from '@/stores/shop'
import { CouponSheet } from './coupon-sheet'

type Props = { quote: Quote; input: PricingInput; choice: PricingChoice }

/** Coupon and points to use for the order. */
export function OffersCard({ quote, input, choice }: Props) {
  const [isOpen, setOpen] = useState(false)
  const { buyer } = input
  if (!buyer) return null
  const hasCoupons = quote.coupons.length > 0
  return (
    <Card>
      <Row
        label="优惠券"
        value={<CouponValue quote={quote} />}
        {...(hasCoupons && { onTap: () => setOpen(true) })}
      />
      <PointsRows quote={quote} input={input} choice={choice} balance={buyer.points} />
      <CouponSheet isOpen={isOpen} quote={quote} input={input} onClose={() => setOpen(false)} />
    </Card>
  )
}

function CouponValue({ quote }: Pick<Props, 'quote'>) {
  const usable = quote.coupons.filter(({ reason }) => reason === null)
  const used = usable.find(({ grantId }) => grantId === quote.grantId)
  if (used) {
    const isBest = used.offFen === usable[0]?.offFen
    const text = `${isBest ? '已选最优' : '已选'} ${formatAmount(-used.offFen)}`
    return <Text className="offers__off">{text}</Text>
  }
  if (usable.length > 0) return <Text>{`${usable.length} 张可用`}</Text>
  return <Text>{quote.coupons.length > 0 ? '暂时用不上，看看为什么' : '没有可用的券'}</Text>
}

type PointsProps = Props & { balance: number }

function PointsRows({ quote, input, choice, balance }: PointsProps) {
  const { max, spent } = quote.points
  const { program } = input
  const { setChoice: choose } = shop.getState()
  const step = program.spendPointsStep
  const least = Math.ceil(program.spendPointsMin / step) * step
  const isOn = choice.points > 0 && max > 0
  return (
    <>
      <View className="row">
        <View className="row__label">
          <Text>积分</Text>
          <Text className="offers__note">{balanceCopy({ quote, input, choice, balance })}</Text>
        </View>
        <View className="row__value">
          {max > 0 && (
            <View aria-label="用积分抵扣">
              <Switch
                checked={isOn}
                onChange={(on) => choose({ points: on ? POINTS_SPENT_MAX : 0 })}
              />
            </View>
          )}
        </View>
      </View>
      {isOn && max > least && (
        <View className="offers__count">
          <Text>{`用 ${formatCount(spent)} 分`}</Text>
          <Stepper
            value={spent}
            min={least}
            max={max}
            step={step}
            label="用多少积分"
            onChange={(points) => choose({ points })}
          />
        </View>
      )}
    </>
  )
}

function balanceCopy({ quote, input, balance }: PointsProps): string {
  const { max } = quote.points
  const { program } = input
  if (max > 0) {
    const worth = formatRoundAmount(pointsWorthFen(max, program))
    return `共 ${formatCount(balance)}，可用 ${formatCount(max)} 抵 ${worth}`
  }
  return balance < program.spendPointsMin
    ? `共 ${formatCount(balance)}，满 ${formatCount(program.spendPointsMin)} 可用`
    : `共 ${formatCount(balance)}，这一单用不上`
}
