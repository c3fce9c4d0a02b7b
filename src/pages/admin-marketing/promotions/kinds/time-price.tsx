import type { NamedSku } from '@core/contract/promotions'
import type { TimePrice } from '@core/domain/promotions/kinds/time-price'
import { PROMOTION_SKUS_MAX } from '@core/kernel/limits'
import { Card } from '@/components/card'
import { type FieldSpecs, namesOf } from '@/pages/admin/form/field-spec'
import { FormFields } from '@/pages/admin/form/form-fields'
import { amountText, numberText } from '@/pages/admin/form/numbers'
import type { KindEditor, KindFormProps } from './kind-editor'
import { AddSku, SkuLine } from './sku-line'

type PriceRow = { sku: NamedSku; price: string; stock: string }
type TimePriceForm = { prices: PriceRow[]; perMember: string }

const ROW_FIELDS = {
  price: {
    input: 'amount',
    path: 'priceFen',
    label: '活动价',
    name: '价格',
    max: 10,
    placeholder: '如 58',
  },
  stock: {
    input: 'whole',
    path: 'stock',
    label: '活动库存',
    unit: '件',
    max: 7,
    placeholder: '空着就和商品共用库存',
    empty: null,
  },
} as const satisfies FieldSpecs<PriceRow>

const FIELDS = {
  perMember: {
    input: 'whole',
    path: 'perMemberMax',
    label: '每人限量',
    unit: '件',
    max: 4,
    placeholder: '空着就不限',
    empty: null,
  },
} as const satisfies FieldSpecs<TimePriceForm>

export const timePrice: KindEditor<TimePrice, TimePriceForm> = {
  blank: { prices: [], perMember: '' },
  fieldNames: { ...namesOf(ROW_FIELDS), ...namesOf(FIELDS), prices: '商品和价格' },
  formOf: ({ prices, perMemberMax }, { skuOf }) => ({
    prices: prices.map(({ skuId, priceFen, stock }) => ({
      sku: skuOf(skuId),
      price: amountText(priceFen),
      stock: numberText(stock),
    })),
    perMember: numberText(perMemberMax),
  }),
  inputOf: (base, form, read) => {
    read.require('prices', form.prices.length > 0)
    const prices = form.prices.map((row, index) => {
      const prefix = `prices.${index}.`
      const { price, stock } = read.fields(ROW_FIELDS, row, { keys: ['price', 'stock'], prefix })
      return { skuId: row.sku.id, priceFen: price, stock }
    })
    const { perMember } = read.fields(FIELDS, form, { keys: ['perMember'] })
    return { ...base, kind: 'timePrice', prices, perMemberMax: perMember }
  },
  Form: TimePriceFields,
}

function TimePriceFields({ form, onChange }: KindFormProps<TimePriceForm>) {
  const { prices } = form
  const others = (id: string) => prices.filter(({ sku }) => sku.id !== id)
  const change = (id: string, part: Partial<PriceRow>) =>
    onChange({ prices: prices.map((row) => (row.sku.id === id ? { ...row, ...part } : row)) })
  return (
    <>
      <Card title="商品和价格">
        {prices.map((row) => {
          const { sku } = row
          return (
            <SkuLine key={sku.id} sku={sku} onRemove={() => onChange({ prices: others(sku.id) })}>
              <FormFields
                specs={ROW_FIELDS}
                keys={['price', 'stock']}
                form={row}
                onChange={(part) => change(sku.id, part)}
              />
            </SkuLine>
          )
        })}
        {prices.length < PROMOTION_SKUS_MAX && (
          <AddSku
            label="加商品"
            onPick={(sku) =>
              onChange({ prices: [...others(sku.id), { sku, price: '', stock: '' }] })
            }
          />
        )}
      </Card>
      <Card>
        <FormFields specs={FIELDS} keys={['perMember']} form={form} onChange={onChange} />
      </Card>
    </>
  )
}
