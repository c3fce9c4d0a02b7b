import type { NamedSku } from '@core/contract/promotions'
import type { Bundle } from '@core/domain/promotions/kinds/bundle'
import { LINE_QUANTITY_MAX, PROMOTION_SKUS_MAX } from '@core/kernel/limits'
import { View } from '@tarojs/components'
import { Card, Row } from '@/components/card'
import { Stepper } from '@/components/stepper'
import { formatAmount } from '@/copy/numbers'
import { type FieldSpecs, namesOf } from '@/pages/admin/form/field-spec'
import { FormFields } from '@/pages/admin/form/form-fields'
import { amountText } from '@/pages/admin/form/numbers'
import type { KindEditor, KindFormProps } from './kind-editor'
import { AddSku, SkuLine } from './sku-line'

type BundleForm = { parts: { sku: NamedSku; quantity: string }[]; price: string }

const FIELDS = {
  price: {
    input: 'amount',
    path: 'priceFen',
    label: '套餐价',
    name: '价格',
    max: 10,
    placeholder: '如 99',
  },
} as const satisfies FieldSpecs<BundleForm>

export const bundle: KindEditor<Bundle, BundleForm> = {
  blank: { parts: [], price: '' },
  fieldNames: { ...namesOf(FIELDS), parts: '套餐里的商品', quantity: '件数' },
  formOf: ({ parts, priceFen }, { skuOf }) => ({
    parts: parts.map(({ skuId, quantity }) => ({ sku: skuOf(skuId), quantity: String(quantity) })),
    price: amountText(priceFen),
  }),
  inputOf: (base, form, read) => {
    read.require('parts', form.parts.length > 0)
    const parts = form.parts.map(({ sku, quantity }, index) => ({
      skuId: sku.id,
      quantity: read.whole(`parts.${index}.quantity`, quantity),
    }))
    const { price } = read.fields(FIELDS, form, { keys: ['price'] })
    return { ...base, kind: 'bundle', parts, priceFen: price }
  },
  Form: BundleFields,
}

function BundleFields({ form, onChange }: KindFormProps<BundleForm>) {
  const { parts } = form
  const others = (id: string) => parts.filter(({ sku }) => sku.id !== id)
  const listFen = parts.reduce((sum, { sku, quantity }) => sum + sku.priceFen * Number(quantity), 0)
  const setQuantity = (id: string, quantity: number) =>
    onChange({
      parts: parts.map((row) => (row.sku.id === id ? { ...row, quantity: String(quantity) } : row)),
    })
  return (
    <>
      <Card title="套餐里有">
        {parts.map(({ sku, quantity }) => (
          <SkuLine key={sku.id} sku={sku} onRemove={() => onChange({ parts: others(sku.id) })}>
            <Row
              label="件数"
              value={
                <Stepper
                  value={Number(quantity)}
                  max={LINE_QUANTITY_MAX}
                  label={`${sku.title} 件数`}
                  onChange={(next) => setQuantity(sku.id, next)}
                />
              }
            />
          </SkuLine>
        ))}
        {parts.length < PROMOTION_SKUS_MAX && (
          <AddSku
            label="加商品"
            onPick={(sku) => onChange({ parts: [...others(sku.id), { sku, quantity: '1' }] })}
          />
        )}
      </Card>
      <Card>
        <FormFields specs={FIELDS} keys={['price']} form={form} onChange={onChange} />
        {listFen > 0 && (
          <View className="promotion-note">{`分开买一共 ${formatAmount(listFen)}`}</View>
        )}
      </Card>
    </>
  )
}
