import { TIERS } from '@core/domain/members/sections'
import { View } from '@tarojs/components'
import { Card, Row } from '@/components/card'
import { Checkbox } from '@/components/checkbox'
import { Choice } from '@/components/choice'
import { Field } from '@/components/field'
import { TIER_COPY } from '@/copy/lifecycle'
import { MomentField } from '@/pages/admin/moment-field'
import type { PartProps } from './form'

/** Whether, from when, for whom and how many of it. */
export function SalePart({ form, onChange }: PartProps) {
  return (
    <>
      <Card>
        <Switch
          name="上架"
          isOn={form.isOnSale}
          onTap={() => onChange({ isOnSale: !form.isOnSale })}
        />
        <Switch
          name="体验装，随单选用"
          isOn={form.isSample}
          onTap={() => onChange({ isSample: !form.isSample })}
        />
        <Field
          name="位置"
          value={form.sort}
          max={6}
          placeholder="小的在前"
          isNumber
          onChange={(sort) => onChange({ sort })}
        />
      </Card>
      <LaunchCard form={form} onChange={onChange} />
      <Card title="限购" aside="空着就是不限">
        <Field
          name="每人"
          value={form.perMember}
          max={5}
          placeholder="件"
          isNumber
          onChange={(perMember) => onChange({ perMember })}
        />
        <Field
          name="每单"
          value={form.perOrder}
          max={5}
          placeholder="件"
          isNumber
          onChange={(perOrder) => onChange({ perOrder })}
        />
      </Card>
    </>
  )
}

function LaunchCard({ form, onChange }: PartProps) {
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

const Switch = ({ name, isOn, onTap }: { name: string; isOn: boolean; onTap(): void }) => (
  <Row label={name} value={<Checkbox isChecked={isOn} label={name} onTap={onTap} />} />
)
