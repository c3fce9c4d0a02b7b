import { specText } from '@core/domain/catalog/product'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card, Row } from '@/components/card'
import { Field } from '@/components/field'
import { mintId } from '@/services/ids'
import { DimensionFields } from './dimension-fields'
import type { SectionProps } from './fields'
import { matrixSize, SKUS_MAX, type SkuForm, withDimensions } from './matrix'
import { SkuSheet } from './sku-sheet'

/** The dimensions, and the SKUs that they make. */
export function SkusSection({ form, onChange }: SectionProps) {
  const [openId, setOpenId] = useState<string | null>(null)
  const open = form.skus.find(({ id }) => id === openId) ?? null
  const size = matrixSize(form.dimensions)
  const edit = (id: string, part: Partial<SkuForm>) =>
    onChange({ skus: form.skus.map((sku) => (sku.id === id ? { ...sku, ...part } : sku)) })
  return (
    <>
      <Card title="规格" aside="最多三种，没有就空着">
        <DimensionFields
          dimensions={form.dimensions}
          onChange={(dimensions) => onChange(withDimensions(form, dimensions, mintId))}
        />
        {size > SKUS_MAX && (
          <View className="editor__error" role="alert">
            {`${size} 款太多了，最多 ${SKUS_MAX} 款，减几个选项`}
          </View>
        )}
      </Card>
      {form.skus.length > 1 && <FillAllCard form={form} onChange={onChange} />}
      <Card title={`款式 ${form.skus.length}`}>
        {form.skus.map((sku) => (
          <Row
            key={sku.id}
            label={sku.values.length > 0 ? specText(sku.values) : '唯一款'}
            value={skuSummary(sku)}
            onTap={() => setOpenId(sku.id)}
          />
        ))}
      </Card>
      <SkuSheet
        sku={open}
        onChange={(part) => open && edit(open.id, part)}
        onClose={() => setOpenId(null)}
      />
    </>
  )
}

const skuSummary = ({ price, stock, isOnSale }: SkuForm): string =>
  [price === '' ? '未定价' : `¥${price}`, `库存 ${stock || 0}`, ...(isOnSale ? [] : ['不卖'])].join(
    ' · ',
  )

/** Sets one price or one stock for all SKUs. */
function FillAllCard({ form, onChange }: SectionProps) {
  const [price, setPrice] = useState('')
  const [stock, setStock] = useState('')
  const apply = () =>
    onChange({
      skus: form.skus.map((sku) => ({
        ...sku,
        ...(price === '' ? {} : { price }),
        ...(stock === '' || !sku.isNew ? {} : { stock }),
      })),
    })
  return (
    <Card title="一次填好">
      <Field
        name="价格"
        value={price}
        max={10}
        placeholder="每款都是"
        unit="元"
        onChange={setPrice}
      />
      <Field
        name="库存"
        value={stock}
        max={7}
        placeholder="只填新款的"
        unit="件"
        isNumber
        onChange={setStock}
      />
      <View className="editor__end">
        <Button kind="soft" size="small" onTap={apply}>
          填到每一款
        </Button>
      </View>
    </Card>
  )
}
