import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Choice } from '@/components/choice'
import { Field } from '@/components/field'
import type { CouponForm } from './form'

/** Characters of a coupon's name: it stands in one line of a bill. */
const TITLE_MAX = 20

type Props = { form: CouponForm; onChange(part: Partial<CouponForm>): void }

/** What the coupon is called and what it takes off. */
export const PromisePart = ({ form, onChange }: Props) => (
  <Card>
    <Field
      name="券名"
      value={form.title}
      max={TITLE_MAX}
      placeholder="如 新客见面礼"
      onChange={(title) => onChange({ title })}
    />
    <View className="scope-field">
      <Choice isOnCard isSelected={!form.isPercent} onTap={() => onChange({ isPercent: false })}>
        减金额
      </Choice>
      <Choice isOnCard isSelected={form.isPercent} onTap={() => onChange({ isPercent: true })}>
        打折
      </Choice>
    </View>
    {form.isPercent ? (
      <>
        <Field
          name="打几折"
          value={form.discount}
          max={3}
          placeholder="如 8.8 折填 8.8"
          onChange={(discount) => onChange({ discount })}
        />
        <Field
          name="最多减"
          value={form.cap}
          max={10}
          placeholder="元，空着就不封顶"
          onChange={(cap) => onChange({ cap })}
        />
      </>
    ) : (
      <Field
        name="减"
        value={form.off}
        max={10}
        placeholder="元"
        onChange={(off) => onChange({ off })}
      />
    )}
    <Field
      name="满"
      value={form.from}
      max={10}
      placeholder="元可用，空着就没有门槛"
      onChange={(from) => onChange({ from })}
    />
  </Card>
)
