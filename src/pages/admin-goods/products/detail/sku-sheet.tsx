import { specText } from '@core/domain/catalog/product'
import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Row } from '@/components/card'
import { Sheet } from '@/components/sheet'
import { FormFields } from '@/pages/admin/form/form-fields'
import { PictureField } from '@/pages/admin/picture-field'
import { SKU_FIELDS } from './fields'
import type { SkuForm } from './matrix'

type Props = { sku: SkuForm | null; onChange(part: Partial<SkuForm>): void; onClose(): void }

/** One SKU: price, stock, weight, code and picture. */
export function SkuSheet({ sku, onChange, onClose }: Props) {
  const title = sku && sku.values.length > 0 ? specText(sku.values) : '这一款'
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
      <FormFields
        specs={SKU_FIELDS}
        keys={sku.isNew ? ['price', 'market', 'stock'] : ['price', 'market']}
        form={sku}
        onChange={onChange}
      />
      {!sku.isNew && <Row label="库存" value={`${sku.stock} 件，到「库存」里改`} />}
      <FormFields
        specs={SKU_FIELDS}
        keys={['weight', 'code', 'isOnSale']}
        form={sku}
        onChange={onChange}
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
