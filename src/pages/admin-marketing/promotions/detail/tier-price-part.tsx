import { TIERS } from '@core/domain/members/sections'
import { PROMOTION_SKUS_MAX } from '@core/kernel/limits'
import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Choice } from '@/components/choice'
import { Field } from '@/components/field'
import { TIER_COPY } from '@/copy/lifecycle'
import type { PartProps } from './form'
import { AddSku, SkuLine } from '../kinds/sku-line'

/** 会员价: a discount for each tier, and prices of their own for some SKUs. */
export function TierPricePart({ form, onChange }: PartProps) {
  const { discounts, tierPrices } = form
  return (
    <>
      <Card title="各等级的折扣" aside="空着就不打折">
        {TIERS.map((tier) => (
          <Field
            key={tier}
            name={TIER_COPY[tier]}
            value={discounts[tier]}
            max={3}
            placeholder="如 9.5 折填 9.5"
            onChange={(next) => onChange({ discounts: { ...discounts, [tier]: next } })}
          />
        ))}
      </Card>
      <Card title="单独定价" aside="先于折扣">
        {tierPrices.map((row, at) => {
          const rows = tierPrices.filter((_, place) => place !== at)
          const change = (part: Partial<typeof row>) => {
            const changed = { ...row, ...part }
            onChange({ tierPrices: tierPrices.map((one, n) => (n === at ? changed : one)) })
          }
          return (
            <SkuLine
              key={`${row.sku.id} ${at}`}
              sku={row.sku}
              onDrop={() => onChange({ tierPrices: rows })}
            >
              <View className="scope-field">
                {TIERS.map((tier) => (
                  <Choice
                    key={tier}
                    isOnCard
                    isSelected={tier === row.tier}
                    onTap={() => change({ tier })}
                  >
                    {TIER_COPY[tier]}
                  </Choice>
                ))}
              </View>
              <Field
                name="会员价"
                value={row.price}
                max={10}
                placeholder="元"
                onChange={(price) => change({ price })}
              />
            </SkuLine>
          )
        })}
        {tierPrices.length < PROMOTION_SKUS_MAX * TIERS.length && (
          <AddSku
            words="加一个价"
            onPick={(sku) =>
              onChange({ tierPrices: [...tierPrices, { sku, tier: 'gold', price: '' }] })
            }
          />
        )}
      </Card>
    </>
  )
}
