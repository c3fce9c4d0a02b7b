import type { CategoryView } from '@core/contract/catalog'
import { Text, View } from '@tarojs/components'
import { Picture } from '@/components/picture'
import { tappable } from '@/components/tappable'
import { openCategory } from './open-category'

type Props = { categories: CategoryView[] }

/** The top-level categories as a row of pictures. */
export function CategoryStrip({ categories }: Props) {
  const topLevel = categories.filter(({ parentId }) => parentId === null)
  return (
    <View className="category-strip">
      {topLevel.map(({ id, name, picture }) => (
        <View
          key={id}
          className="category-strip__item"
          {...tappable(name, 'link')}
          onClick={() => openCategory(id)}
        >
          <View className="category-strip__picture">
            <Picture name={picture} alt="" isEager />
          </View>
          <Text>{name}</Text>
        </View>
      ))}
    </View>
  )
}
