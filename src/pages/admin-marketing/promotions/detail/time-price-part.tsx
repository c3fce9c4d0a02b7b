import { PROMOTION_SKUS_MAX } from '@core/kernel/limits'
import { Card } from '@/components/card'
import { Field } from '@/components/field'
import type { PartProps } from './form'
import { AddSku, SkuLine } from '../kinds/sku-line'

/** 限时价: what a piece costs meanwhile, how many are set apart, how many a member may have. */
export function TimePricePart({ form, onChange }: PartProps) {
  const { prices } = form
  const others = (id: string) => prices.filter(({ sku }) => sku.id !== id)
  const change = (id: string, part: Partial<(typeof prices)[number]>) =>
    onChange({ prices: prices.map((row) => (row.sku.id === id ? { ...row, ...part } : row)) })
  return (
    <>
      <Card title="商品和价格">
        {prices.map(({ sku, price, stock }) => (
          <SkuLine key={sku.id} sku={sku} onDrop={() => onChange({ prices: others(sku.id) })}>
            <Field
              name="活动价"
              value={price}
              max={10}
              placeholder="元"
              onChange={(next) => change(sku.id, { price: next })}
            />
            <Field
              name="活动库存"
              value={stock}
              max={7}
              placeholder="空着就和商品共用库存"
              isNumber
              onChange={(next) => change(sku.id, { stock: next })}
            />
          </SkuLine>
        ))}
        {prices.length < PROMOTION_SKUS_MAX && (
          <AddSku
            words="加商品"
            onPick={(sku) =>
              onChange({ prices: [...others(sku.id), { sku, price: '', stock: '' }] })
            }
          />
        )}
      </Card>
      <Card>
        <Field
          name="每人限量"
          value={form.perMember}
          max={4}
          placeholder="空着就不限"
          isNumber
          onChange={(perMember) => onChange({ perMember })}
        />
      </Card>
    </>
  )
}
