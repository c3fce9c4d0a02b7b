import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Choice } from '@/components/choice'
import { useLoad } from '@/hooks/use-load'
import { FormFields } from '@/pages/admin/form/form-fields'
import { PictureField } from '@/pages/admin/picture-field'
import { callAdmin } from '@/services/call'
import { go } from '@/services/route'
import { BASIC_FIELDS, type SectionProps } from './fields'

const TEXT_FIELDS = ['title', 'subtitle', 'brand', 'keywords'] as const

/** Pictures and tags of one product (`contract/products.ts`). */
const PICTURES_MAX = 9
const TAGS_MAX = 8

/** Its name, pictures, category and tags. */
export function BasicsSection({ form, onChange }: SectionProps) {
  return (
    <>
      <Card>
        <FormFields specs={BASIC_FIELDS} keys={TEXT_FIELDS} form={form} onChange={onChange} />
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
      <TagCard form={form} onChange={onChange} />
    </>
  )
}

function CategoryCard({ form, onChange }: SectionProps) {
  const { value: all } = useLoad(() => callAdmin('categories.list', {}), '')
  const outer = (all ?? []).filter(({ parentId }) => parentId === null)
  return (
    <Card title="分类" aside="管理" onAside={go.staffCategories}>
      {outer.map(({ id, name }) => (
        <View key={id} className="editor__choices">
          {[{ id, name }, ...(all ?? []).filter(({ parentId }) => parentId === id)].map((one) => (
            <Choice
              key={one.id}
              isOnCard
              isSelected={form.categoryId === one.id}
              onTap={() => onChange({ categoryId: one.id })}
            >
              {one.name}
            </Choice>
          ))}
        </View>
      ))}
    </Card>
  )
}

function TagCard({ form, onChange }: SectionProps) {
  const { value: all } = useLoad(() => callAdmin('tags.list', {}), '')
  const toggle = (id: string) => {
    const rest = form.tags.filter((one) => one !== id)
    const isOn = rest.length < form.tags.length
    if (isOn || form.tags.length < TAGS_MAX) onChange({ tags: isOn ? rest : [...rest, id] })
  }
  return (
    <Card title="标签" aside="管理" onAside={go.staffCategories}>
      <View className="editor__choices">
        {(all ?? []).map(({ id, name }) => (
          <Choice key={id} isOnCard isSelected={form.tags.includes(id)} onTap={() => toggle(id)}>
            {name}
          </Choice>
        ))}
      </View>
    </Card>
  )
}
