import { specWords } from '@core/domain/catalog/product'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card, Row } from '@/components/card'
import { Field } from '@/components/field'
import { mintId } from '@/services/ids'
import { DimensionFields } from './dimension-fields'
import type { PartProps } from './form'
import { matrixOf, matrixSize, SKUS_MAX, type SkuForm } from './matrix'
import { SkuSheet } from './sku-sheet'

/** What can be chosen, and for each choice its price, its stock and the rest. */
export function SkusPart({ form, onChange }: PartProps) {
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
          onChange={(dimensions) => onChange({ dimensions })}
        />
        <Button
          kind="soft"
          wide
          disabled={size > SKUS_MAX}
          onTap={() => onChange({ skus: matrixOf(form.dimensions, form.skus, mintId) })}
        >
          {size > SKUS_MAX ? `${size} 款太多了，最多 ${SKUS_MAX} 款` : `生成 ${size} 款`}
        </Button>
      </Card>
      {form.skus.length > 1 && <AllAtOnce form={form} onChange={onChange} />}
      <Card title={`款式 ${form.skus.length}`}>
        {form.skus.map((sku) => (
          <Row
            key={sku.id}
            label={sku.values.length > 0 ? specWords(sku.values) : '唯一款'}
            value={rowWords(sku)}
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

const rowWords = ({ price, stock, isOnSale }: SkuForm): string =>
  [price === '' ? '未定价' : `¥${price}`, `库存 ${stock}`, ...(isOnSale ? [] : ['不卖'])].join(
    ' · ',
  )

/** One price or one stock for all, so that a matrix is not typed cell by cell. */
function AllAtOnce({ form, onChange }: PartProps) {
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
      <Field name="价格" value={price} max={10} placeholder="每款都是" onChange={setPrice} />
      <Field
        name="库存"
        value={stock}
        max={7}
        placeholder="只填新款的"
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
