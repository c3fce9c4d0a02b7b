import type { NamedSku } from '@core/contract/promotions'
import type { Gift } from '@core/domain/promotions/kinds/gift'
import { LINE_QUANTITY_MAX } from '@core/kernel/limits'
import { View } from '@tarojs/components'
import { Card, Row } from '@/components/card'
import { Stepper } from '@/components/stepper'
import { type FieldSpecs, namesOf } from '@/pages/admin/form/field-spec'
import { FormFields } from '@/pages/admin/form/form-fields'
import { amountText, numberText } from '@/pages/admin/form/numbers'
import { readScope, type ScopeForm, scopeForm, WHOLE_SHOP } from '@/pages/admin/scope-form'
import type { KindEditor, KindFormProps } from './kind-editor'
import { ScopeCard } from './scope-card'
import { AddSku, SkuLine } from './sku-line'
import { THRESHOLD_FIELD } from './threshold-field'

type GiftForm = {
  scope: ScopeForm
  from: string
  gift: NamedSku | null
  quantity: string
  perMember: string
  isOptional: boolean
}

const FIELDS = {
  from: THRESHOLD_FIELD,
  perMember: {
    input: 'whole',
    path: 'perMemberMax',
    label: '每人限领',
    name: '每人限量',
    max: 4,
    unit: '次',
    placeholder: '空着就不限',
    empty: null,
  },
  isOptional: { input: 'checkbox', path: 'isOptional', label: '让顾客自己选要不要' },
} as const satisfies FieldSpecs<GiftForm>

export const gift: KindEditor<Gift, GiftForm> = {
  blank: {
    scope: WHOLE_SHOP,
    from: '',
    gift: null,
    quantity: '1',
    perMember: '',
    isOptional: false,
  },
  fieldNames: { ...namesOf(FIELDS), quantity: '件数' },
  formOf: (promotion, { skuOf, products }) => ({
    scope: scopeForm(promotion.scope, products),
    from: amountText(promotion.fromFen),
    gift: skuOf(promotion.skuId),
    quantity: String(promotion.quantity),
    perMember: numberText(promotion.perMemberMax),
    isOptional: promotion.isOptional,
  }),
  inputOf: (base, form, read) => {
    const scope = readScope(form.scope, read)
    read.require('skuId', form.gift !== null)
    const { from } = read.fields(FIELDS, form, { keys: ['from'] })
    const quantity = read.whole('quantity', form.quantity)
    const { perMember } = read.fields(FIELDS, form, { keys: ['perMember'] })
    return {
      ...base,
      kind: 'gift',
      scope,
      fromFen: from,
      skuId: form.gift?.id ?? '',
      quantity,
      perMemberMax: perMember,
      isOptional: form.isOptional,
    }
  },
  giftTitle: (form) => form.gift?.title,
  Form: GiftFields,
}

function GiftFields({ form, onChange }: KindFormProps<GiftForm>) {
  return (
    <>
      <Card title="送什么">
        {form.gift ? (
          <SkuLine sku={form.gift} onRemove={() => onChange({ gift: null })}>
            <Row
              label="件数"
              value={
                <Stepper
                  value={Number(form.quantity)}
                  max={LINE_QUANTITY_MAX}
                  label="送几件"
                  onChange={(quantity) => onChange({ quantity: String(quantity) })}
                />
              }
            />
          </SkuLine>
        ) : (
          <AddSku label="选赠品" onPick={(sku) => onChange({ gift: sku })} />
        )}
      </Card>
      <Card>
        <FormFields
          specs={FIELDS}
          keys={['from', 'perMember', 'isOptional']}
          form={form}
          onChange={onChange}
        />
      </Card>
      <View className="promotion-note">
        赠品从商品自己的库存里出；退货后不够门槛，赠品要一起退回。
      </View>
      <ScopeCard title="买哪些商品算在内" form={form} onChange={onChange} />
    </>
  )
}
