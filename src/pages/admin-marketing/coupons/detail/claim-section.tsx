import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Choice } from '@/components/choice'
import { FormFields } from '@/pages/admin/form/form-fields'
import { type CouponForm, FIELDS } from './fields'

type Props = { form: CouponForm; onChange(part: Partial<CouponForm>): void }

/** When it can be used, when and how it is claimed, and how many there are. */
export const ClaimSection = ({ form, onChange }: Props) => (
  <>
    <Card title="什么时候能用">
      <View className="scope-field">
        <Choice isOnCard isSelected={form.isByDays} onTap={() => onChange({ isByDays: true })}>
          领后几天内
        </Choice>
        <Choice isOnCard isSelected={!form.isByDays} onTap={() => onChange({ isByDays: false })}>
          一段日子
        </Choice>
      </View>
      <FormFields
        specs={FIELDS}
        keys={form.isByDays ? ['days'] : ['startsAt', 'endsAt']}
        form={form}
        onChange={onChange}
      />
    </Card>
    <Card title="怎么领">
      <FormFields specs={FIELDS} keys={CLAIM_FIELDS} form={form} onChange={onChange} />
    </Card>
  </>
)

const CLAIM_FIELDS = [
  'claimFrom',
  'claimUntil',
  'issuedMax',
  'perMember',
  'isListed',
  'code',
] as const
