import type { NthPiece } from '@core/domain/promotions/kinds/nth-piece'
import { View } from '@tarojs/components'
import { Card, Row } from '@/components/card'
import { Choice } from '@/components/choice'
import { Stepper } from '@/components/stepper'
import { type FieldSpecs, namesOf } from '@/pages/admin/form/field-spec'
import { FormFields } from '@/pages/admin/form/form-fields'
import { DISCOUNT_MAX, discountText } from '@/pages/admin/form/numbers'
import { readScope, type ScopeForm, scopeForm, WHOLE_SHOP } from '@/pages/admin/scope-form'
import type { KindEditor, KindFormProps } from './kind-editor'
import { ScopeCard } from './scope-card'

/** `discount`: what is paid for the nth piece, as people write it; 0 is nothing. */
type NthPieceForm = { scope: ScopeForm; nth: string; discount: string }

const FIELDS = {
  discount: {
    input: 'discount',
    path: 'percentOff',
    label: '这件打',
    name: '折扣',
    max: DISCOUNT_MAX,
    placeholder: '如 3',
  },
} as const satisfies FieldSpecs<NthPieceForm>

/** Bounds of `nth` (the contract's). */
const NTH_MIN = 2
const NTH_MAX = 10

const COMMON_DISCOUNTS = [
  ['0', '免费送'],
  ['5', '半价'],
] as const

export const nthPiece: KindEditor<NthPiece, NthPieceForm> = {
  blank: { scope: WHOLE_SHOP, nth: '2', discount: '5' },
  fieldNames: { ...namesOf(FIELDS), nth: '第几件' },
  formOf: ({ scope, nth, percentOff }, { products }) => ({
    scope: scopeForm(scope, products),
    nth: String(nth),
    discount: discountText(100 - percentOff),
  }),
  inputOf: (base, form, read) => {
    const scope = readScope(form.scope, read)
    const { discount } = read.fields(FIELDS, form, { keys: ['discount'] })
    const nth = read.whole('nth', form.nth)
    return { ...base, kind: 'nthPiece', scope, nth, percentOff: 100 - discount }
  },
  Form: NthPieceFields,
}

function NthPieceFields({ form, onChange }: KindFormProps<NthPieceForm>) {
  return (
    <>
      <Card title="多件优惠" aside="便宜的那件享受">
        <Row
          label="每第几件"
          value={
            <Stepper
              value={Number(form.nth)}
              min={NTH_MIN}
              max={NTH_MAX}
              label="每第几件"
              onChange={(nth) => onChange({ nth: String(nth) })}
            />
          }
        />
        <View className="scope-field">
          {COMMON_DISCOUNTS.map(([discount, label]) => (
            <Choice
              key={discount}
              isOnCard
              isSelected={form.discount === discount}
              onTap={() => onChange({ discount })}
            >
              {label}
            </Choice>
          ))}
        </View>
        <FormFields specs={FIELDS} keys={['discount']} form={form} onChange={onChange} />
      </Card>
      <ScopeCard title="哪些商品" form={form} onChange={onChange} />
    </>
  )
}
