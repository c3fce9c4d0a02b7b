import type { AfterSaleOptions } from '@core/contract/after-sales'
import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Choice } from '@/components/choice'
import type { RequestFormState } from './use-request'

type Props = {
  options: AfterSaleOptions
  form: RequestFormState
  onChange(part: Partial<RequestFormState>): void
}

/** The variant to exchange for; by default the same one. */
export function ExchangeCard({ options, form, onChange }: Props) {
  const line = options.lines.find(({ key }) => form.picks[key] !== undefined)
  const variants = line ? (options.exchanges[line.productId] ?? []) : []
  if (!line || variants.length < 2) return null
  const wanted = form.exchangeSkuId ?? line.skuId
  return (
    <Card title="换成哪一款" aside="只能换同价的">
      <View className="request__choices">
        {variants
          .filter(({ skuId, available }) => available > 0 || skuId === line.skuId)
          .map(({ skuId, spec }) => (
            <Choice
              key={skuId}
              isOnCard
              isSelected={wanted === skuId}
              onTap={() => onChange({ exchangeSkuId: skuId })}
            >
              {spec}
            </Choice>
          ))}
      </View>
    </Card>
  )
}
