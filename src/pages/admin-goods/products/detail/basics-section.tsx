import { Card, Row } from '@/components/card'
import { FormFields } from '@/pages/admin/form/form-fields'
import { replaceRow } from '@/pages/admin/form/rows'
import { PictureField } from '@/pages/admin/picture-field'
import { CategoryCard } from './category-card'
import { BASIC_FIELDS, type OpenSection, SKU_FIELDS } from './fields'
import type { SkuForm } from './matrix'
import { TagCard } from './tag-card'

const WORD_FIELDS = ['subtitle', 'brand', 'keywords'] as const

/** Pictures of one product (`contract/products.ts`). */
const PICTURES_MAX = 9

/** All that a product needs to be sold comes first; what may stay empty comes last. */
export function BasicsSection({ form, onChange, onSection }: OpenSection) {
  return (
    <>
      <Card>
        <FormFields specs={BASIC_FIELDS} keys={['title']} form={form} onChange={onChange} />
        <PriceFields form={form} onChange={onChange} onSection={onSection} />
      </Card>
      <Card title="图片" aside="点一张放到最前">
        <PictureField
          pictures={form.pictures}
          most={PICTURES_MAX}
          label="商品图片"
          onChange={(pictures) => onChange({ pictures })}
        />
      </Card>
      <CategoryCard form={form} onChange={onChange} />
      <Card title="还可以写" aside="都可不填">
        <FormFields specs={BASIC_FIELDS} keys={WORD_FIELDS} form={form} onChange={onChange} />
      </Card>
      <TagCard form={form} onChange={onChange} />
    </>
  )
}

/** Price and stock of a product without options; with options, where they are set. */
function PriceFields({ form, onChange, onSection }: OpenSection) {
  const [sku] = form.skus
  const open = () => onSection('skus')
  if (!sku || form.dimensions.length > 0) {
    return <Row label="价格和库存" value={`${form.skus.length} 款，分别填`} onTap={open} />
  }
  const edit = (part: Partial<SkuForm>) =>
    onChange({ skus: replaceRow(form.skus, 0, { ...sku, ...part }) })
  return (
    <>
      <FormFields
        specs={SKU_FIELDS}
        keys={sku.isNew ? ['price', 'stock'] : ['price']}
        form={sku}
        onChange={edit}
      />
      <Row label="分几种规格卖" value="如颜色、口味" onTap={open} />
    </>
  )
}
