import { specWords } from '@core/domain/catalog/product'
import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Row } from '@/components/card'
import { Field } from '@/components/field'
import { Sheet } from '@/components/sheet'
import { Checkbox } from '@/components/checkbox'
import { PictureField } from '@/pages/admin/picture-field'
import type { SkuForm } from './matrix'

type Props = { sku: SkuForm | null; onChange(part: Partial<SkuForm>): void; onClose(): void }

/** One SKU: its price, its stock and what else is its own. */
export function SkuSheet({ sku, onChange, onClose }: Props) {
  const title = sku && sku.values.length > 0 ? specWords(sku.values) : '这一款'
  const foot = (
    <Button wide onTap={onClose}>
      好了
    </Button>
  )
  return (
    <Sheet isOpen={sku !== null} title={title} onClose={onClose} foot={foot}>
      {sku && <SkuFields sku={sku} onChange={onChange} />}
    </Sheet>
  )
}

function SkuFields({ sku, onChange }: { sku: SkuForm; onChange(part: Partial<SkuForm>): void }) {
  return (
    <>
      <Field
        name="价格"
        value={sku.price}
        max={10}
        placeholder="如 68 或 12.80"
        onChange={(price) => onChange({ price })}
      />
      <Field
        name="划线价"
        value={sku.market}
        max={10}
        placeholder="可不填"
        onChange={(market) => onChange({ market })}
      />
      {sku.isNew ? (
        <Field
          name="库存"
          value={sku.stock}
          max={7}
          placeholder="现在有多少"
          isNumber
          onChange={(stock) => onChange({ stock })}
        />
      ) : (
        <Row label="库存" value={`${sku.stock} 件，到「库存」里改`} />
      )}
      <Field
        name="重量（克）"
        value={sku.weight}
        max={7}
        placeholder="算运费用"
        isNumber
        onChange={(weight) => onChange({ weight })}
      />
      <Field
        name="编码"
        value={sku.code}
        max={32}
        placeholder="自己的编号，可不填"
        onChange={(code) => onChange({ code })}
      />
      <Row
        label="卖这一款"
        value={
          <Checkbox
            isChecked={sku.isOnSale}
            label="卖这一款"
            onTap={() => onChange({ isOnSale: !sku.isOnSale })}
          />
        }
      />
      <View className="editor__label">图片，不加就用商品首图</View>
      <PictureField
        pictures={sku.picture === '' ? [] : [sku.picture]}
        most={1}
        label="款式图片"
        onChange={([picture = '']) => onChange({ picture })}
      />
    </>
  )
}
