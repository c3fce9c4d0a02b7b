import { TIERS } from '@core/domain/members/sections'
import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Choice } from '@/components/choice'
import { TIER_COPY } from '@/copy/lifecycle'
import { FormFields } from '@/pages/admin/form/form-fields'
import { MomentField } from '@/pages/admin/moment-field'
import { SALE_FIELDS, type SectionProps } from './fields'

/** Whether it is sold, from when, to whom first, and how many to one customer. */
export function SaleSection({ form, onChange }: SectionProps) {
  return (
    <>
      <Card>
        <FormFields
          specs={SALE_FIELDS}
          keys={['isOnSale', 'isSample']}
          form={form}
          onChange={onChange}
        />
      </Card>
      <LaunchCard form={form} onChange={onChange} />
      <Card title="限购" aside="空着就是不限">
        <FormFields
          specs={SALE_FIELDS}
          keys={['perMember', 'perOrder']}
          form={form}
          onChange={onChange}
        />
      </Card>
    </>
  )
}

function LaunchCard({ form, onChange }: SectionProps) {
  return (
    <Card title="开售">
      <MomentField
        name="开售时间"
        value={form.launchAt}
        placeholder="马上就卖"
        onChange={(launchAt) =>
          onChange({ launchAt, ...(launchAt === null && { earlyTier: null, earlyFrom: null }) })
        }
      />
      {form.launchAt !== null && (
        <>
          <View className="editor__label">谁可以早些买</View>
          <View className="editor__choices">
            <Choice
              isOnCard
              isSelected={form.earlyTier === null}
              onTap={() => onChange({ earlyTier: null, earlyFrom: null })}
            >
              都一样
            </Choice>
            {TIERS.map((tier) => (
              <Choice
                key={tier}
                isOnCard
                isSelected={form.earlyTier === tier}
                onTap={() => onChange({ earlyTier: tier })}
              >
                {tier === 'basic' ? '会员' : `${TIER_COPY[tier]}${tier === 'black' ? '' : '起'}`}
              </Choice>
            ))}
          </View>
          {form.earlyTier !== null && (
            <MomentField
              name="他们从"
              value={form.earlyFrom}
              placeholder="选择时间"
              onChange={(earlyFrom) => onChange({ earlyFrom })}
            />
          )}
        </>
      )}
    </Card>
  )
}
