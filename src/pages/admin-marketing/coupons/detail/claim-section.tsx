import { View } from '@tarojs/components'
import { Card, Row } from '@/components/card'
import { Choice } from '@/components/choice'
import { Field } from '@/components/field'
import { Checkbox } from '@/components/checkbox'
import { MomentField } from '@/pages/admin/moment-field'
import type { CouponForm } from './form'

type Props = { form: CouponForm; onChange(part: Partial<CouponForm>): void }

/** When it can be used, when and how it is claimed, and how many there are. */
export const WaysPart = (props: Props) => (
  <>
    <UsePart {...props} />
    <ClaimPart {...props} />
  </>
)

const UsePart = ({ form, onChange }: Props) => (
  <Card title="什么时候能用">
    <View className="scope-field">
      <Choice isOnCard isSelected={form.isByDays} onTap={() => onChange({ isByDays: true })}>
        领后几天内
      </Choice>
      <Choice isOnCard isSelected={!form.isByDays} onTap={() => onChange({ isByDays: false })}>
        一段日子
      </Choice>
    </View>
    {form.isByDays ? (
      <Field
        name="有效天数"
        value={form.days}
        max={3}
        placeholder="天"
        isNumber
        onChange={(days) => onChange({ days })}
      />
    ) : (
      <>
        <MomentField
          name="从"
          value={form.startsAt}
          placeholder="选择时间"
          onChange={(startsAt) => onChange({ startsAt })}
        />
        <MomentField
          name="到"
          value={form.endsAt}
          placeholder="选择时间"
          onChange={(endsAt) => onChange({ endsAt })}
        />
      </>
    )}
  </Card>
)

const ClaimPart = ({ form, onChange }: Props) => (
  <Card title="怎么领">
    <MomentField
      name="开始领"
      value={form.claimFrom}
      placeholder="选择时间"
      onChange={(claimFrom) => onChange({ claimFrom })}
    />
    <MomentField
      name="停止领"
      value={form.claimUntil}
      placeholder="选择时间"
      onChange={(claimUntil) => onChange({ claimUntil })}
    />
    <Field
      name="发放张数"
      value={form.issuedMax}
      max={7}
      placeholder="张"
      isNumber
      onChange={(issuedMax) => onChange({ issuedMax })}
    />
    <Field
      name="每人张数"
      value={form.perMember}
      max={2}
      placeholder="张"
      isNumber
      onChange={(perMember) => onChange({ perMember })}
    />
    <Row
      label="放进领券中心"
      value={
        <Checkbox
          isChecked={form.isListed}
          label="放进领券中心"
          onTap={() => onChange({ isListed: !form.isListed })}
        />
      }
    />
    <Field
      name="券码"
      value={form.code}
      max={16}
      placeholder="字母和数字，可不填"
      onChange={(code) => onChange({ code })}
    />
  </Card>
)
