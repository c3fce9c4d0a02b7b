import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Choice } from '@/components/choice'
import { FormFields } from '@/pages/admin/form/form-fields'
import { type CouponForm, FIELDS } from './fields'

type Props = { form: CouponForm; onChange(part: Partial<CouponForm>): void }

/** What the coupon is called and what it takes off. */
export const DiscountSection = ({ form, onChange }: Props) => (
  <Card>
    <FormFields specs={FIELDS} keys={['title']} form={form} onChange={onChange} />
    <View className="scope-field">
      <Choice isOnCard isSelected={!form.isPercent} onTap={() => onChange({ isPercent: false })}>
        减金额
      </Choice>
      <Choice isOnCard isSelected={form.isPercent} onTap={() => onChange({ isPercent: true })}>
        打折
      </Choice>
    </View>
    <FormFields
      specs={FIELDS}
      keys={form.isPercent ? ['discount', 'cap', 'from'] : ['off', 'from']}
      form={form}
      onChange={onChange}
    />
  </Card>
)
