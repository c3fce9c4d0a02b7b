import type { NamedSku } from '@core/contract/promotions'
import type { TimePrice } from '@core/domain/promotions/kinds/time-price'
import { PROMOTION_SKUS_MAX } from '@core/kernel/limits'
import { Card } from '@/components/card'
import { type FieldSpecs, namesOf } from '@/pages/admin/form/field-spec'
import { FormFields } from '@/pages/admin/form/form-fields'
import { amountText, DISCOUNT_MAX, numberText, parseDiscount } from '@/pages/admin/form/numbers'
import type { KindEditor, KindFormProps } from './kind-editor'
import { AddSku, SkuLine } from './sku-line'

type PriceRow = { sku: NamedSku; price: string; stock: string }
/** `discount` sets the prices of all rows as it is typed; only they are sent. */
type TimePriceForm = { prices: PriceRow[]; perMember: string; discount: string }

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
  discount: {
    input: 'discount',
    path: 'discount',
    label: '一起打',
    max: DISCOUNT_MAX,
    placeholder: '如 8，下面的价就都算好',
    empty: null,
  },
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
  blank: { prices: [], perMember: '', discount: '' },
  fieldNames: { ...namesOf(ROW_FIELDS), ...namesOf(FIELDS), prices: '商品和价格' },
  formOf: ({ prices, perMemberMax }, { skuOf }) => ({
    prices: prices.map(({ skuId, priceFen, stock }) => ({
      sku: skuOf(skuId),
      price: amountText(priceFen),
      stock: numberText(stock),
    })),
    perMember: numberText(perMemberMax),
    discount: '',
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

/** What a SKU costs at a discount as it is typed, rounded to the fen; empty when it is none. */
function discounted({ priceFen }: NamedSku, discount: string): string {
  const percent = parseDiscount(discount)
  const isDiscount = percent !== null && percent > 0 && percent < 100
  return isDiscount ? amountText(Math.round((priceFen * percent) / 100)) : ''
}

/** A discount writes the price of every row; without one the rows keep theirs. */
const withDiscount = (prices: readonly PriceRow[], discount: string): PriceRow[] =>
  prices.map((row) => ({ ...row, price: discounted(row.sku, discount) || row.price }))

function TimePriceFields({ form, onChange }: KindFormProps<TimePriceForm>) {
  const { prices, discount } = form
  const others = (id: string) => prices.filter(({ sku }) => sku.id !== id)
  const add = (skus: readonly NamedSku[]) => {
    const known = new Set(prices.map(({ sku }) => sku.id))
    const fresh = skus.filter(({ id }) => !known.has(id))
    const rows = fresh.map((sku) => ({ sku, price: discounted(sku, discount), stock: '' }))
    onChange({ prices: [...prices, ...rows].slice(0, PROMOTION_SKUS_MAX) })
  }
  const change = (id: string, part: Partial<PriceRow>) =>
    onChange({ prices: prices.map((row) => (row.sku.id === id ? { ...row, ...part } : row)) })
  return (
    <>
      <Card title="商品和价格">
        {prices.length > 0 && (
          <FormFields
            specs={FIELDS}
            keys={['discount']}
            form={form}
            onChange={({ discount: typed = '' }) =>
              onChange({ discount: typed, prices: withDiscount(prices, typed) })
            }
          />
        )}
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
        {prices.length < PROMOTION_SKUS_MAX && <AddSku label="加商品" pick="skus" onPick={add} />}
      </Card>
      <Card>
        <FormFields specs={FIELDS} keys={['perMember']} form={form} onChange={onChange} />
      </Card>
    </>
  )
}
