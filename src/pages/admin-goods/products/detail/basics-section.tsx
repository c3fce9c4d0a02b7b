import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Choice } from '@/components/choice'
import { Field } from '@/components/field'
import { useLoad } from '@/hooks/use-load'
import { PictureField } from '@/pages/admin/picture-field'
import { callAdmin } from '@/services/call'
import { go } from '@/services/route'
import type { PartProps } from './form'

/** Pictures of one product, and tags (`contract/products.ts`). */
const PICTURES_MAX = 9
const TAGS_MAX = 8

/** What it is called, how it looks, and where it stands. */
export function BasicsPart({ form, onChange }: PartProps) {
  return (
    <>
      <Card>
        <Field
          name="商品名"
          value={form.title}
          max={30}
          placeholder="最多 30 个字"
          onChange={(title) => onChange({ title })}
        />
        <Field
          name="一句话"
          value={form.subtitle}
          max={60}
          placeholder="它好在哪里"
          onChange={(subtitle) => onChange({ subtitle })}
        />
        <Field
          name="品牌"
          value={form.brand}
          max={20}
          placeholder="可不填"
          onChange={(brand) => onChange({ brand })}
        />
        <Field
          name="搜索词"
          value={form.keywords}
          max={200}
          placeholder="用空格分开，如 绿茶 送礼"
          onChange={(keywords) => onChange({ keywords })}
        />
      </Card>
      <Card title="图片" aside="点一张放到最前">
        <PictureField
          pictures={form.pictures}
          most={PICTURES_MAX}
          label="商品图片"
          onChange={(pictures) => onChange({ pictures })}
        />
      </Card>
      <ShelfCard form={form} onChange={onChange} />
      <TagCard form={form} onChange={onChange} />
    </>
  )
}

function ShelfCard({ form, onChange }: PartProps) {
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

function TagCard({ form, onChange }: PartProps) {
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
