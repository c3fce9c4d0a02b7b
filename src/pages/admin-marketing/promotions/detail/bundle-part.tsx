import { LINE_QUANTITY_MAX, PROMOTION_SKUS_MAX } from '@core/kernel/limits'
import { View } from '@tarojs/components'
import { Card, Row } from '@/components/card'
import { Field } from '@/components/field'
import { Stepper } from '@/components/stepper'
import { formatAmount } from '@/copy/numbers'
import type { PartProps } from './form'
import { AddSku, SkuLine } from '../kinds/sku-line'

/** 套餐: which pieces, and what they cost together. */
export function BundlePart({ form, onChange }: PartProps) {
  const { parts } = form
  const others = (id: string) => parts.filter(({ sku }) => sku.id !== id)
  const worth = parts.reduce((sum, { sku, quantity }) => sum + sku.priceFen * Number(quantity), 0)
  const setCount = (id: string, count: number) =>
    onChange({
      parts: parts.map((row) => (row.sku.id === id ? { ...row, quantity: String(count) } : row)),
    })
  return (
    <>
      <Card title="套餐里有">
        {parts.map(({ sku, quantity }) => (
          <SkuLine key={sku.id} sku={sku} onDrop={() => onChange({ parts: others(sku.id) })}>
            <Row
              label="件数"
              value={
                <Stepper
                  value={Number(quantity)}
                  max={LINE_QUANTITY_MAX}
                  label={`${sku.title} 件数`}
                  onChange={(count) => setCount(sku.id, count)}
                />
              }
            />
          </SkuLine>
        ))}
        {parts.length < PROMOTION_SKUS_MAX && (
          <AddSku
            words="加商品"
            onPick={(sku) => onChange({ parts: [...others(sku.id), { sku, quantity: '1' }] })}
          />
        )}
      </Card>
      <Card>
        <Field
          name="套餐价"
          value={form.price}
          max={10}
          placeholder="元"
          onChange={(price) => onChange({ price })}
        />
        {worth > 0 && <View className="promotion-note">{`分开买一共 ${formatAmount(worth)}`}</View>}
      </Card>
    </>
  )
}
