import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Choice } from '@/components/choice'
import { useLoad } from '@/hooks/use-load'
import { callAdmin } from '@/services/call'
import { go } from '@/services/route'
import type { SectionProps } from './fields'

/** Tags of one product (`contract/products.ts`). */
const TAGS_MAX = 8

/** Chooses tags. */
export function TagCard({ form, onChange }: SectionProps) {
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
