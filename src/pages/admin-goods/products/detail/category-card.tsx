import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Choice } from '@/components/choice'
import { Field } from '@/components/field'
import { useLoad } from '@/hooks/use-load'
import { callAdmin } from '@/services/call'
import { go } from '@/services/route'
import type { SectionProps } from './fields'

/** Characters of a category's name (`contract/catalog.ts`). */
const NAME_MAX = 10

/** Chooses a category, or names a new one that is saved with the product. */
export function CategoryCard({ form, onChange }: SectionProps) {
  const { value: all } = useLoad(() => callAdmin('categories.list', {}), '')
  const { newCategory } = form
  const outer = (all ?? []).filter(({ parentId }) => parentId === null)
  const name = (typed: string) => {
    const known = (all ?? []).find((one) => one.name === typed.trim())
    onChange({
      newCategory: { ...newCategory, name: typed },
      categoryId: known?.id ?? (typed.trim() === '' ? '' : newCategory.id),
    })
  }
  const choose = (categoryId: string) =>
    onChange({ categoryId, newCategory: { ...newCategory, name: '' } })
  return (
    <Card title="分类" aside="管理" onAside={go.staffCategories}>
      {outer.map((parent) => (
        <View key={parent.id} className="editor__choices">
          {[parent, ...(all ?? []).filter(({ parentId }) => parentId === parent.id)].map((one) => (
            <Choice
              key={one.id}
              isOnCard
              isSelected={form.categoryId === one.id}
              onTap={() => choose(one.id)}
            >
              {one.name}
            </Choice>
          ))}
        </View>
      ))}
      <Field
        name="新分类"
        value={newCategory.name}
        max={NAME_MAX}
        placeholder="上面没有就写一个"
        onChange={name}
      />
    </Card>
  )
}
