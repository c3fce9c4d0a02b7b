import type { HomeView } from '@core/contract/storefront'
import { Text, View } from '@tarojs/components'
import { Picture } from '@/components/picture'
import { tappable } from '@/components/tappable'
import { go } from '@/services/route'

type Props = { banner: HomeView['banner'] }

/** The featured product. */
export function Banner({ banner }: Props) {
  const { eyebrow, title, note, picture, productId } = banner
  // A new shop has no banner yet.
  if (title === '') return null
  return (
    <View className="banner" {...tappable(title, 'link')} onClick={() => go.product(productId)}>
      <View className="banner__words">
        <Text className="banner__eyebrow">{eyebrow}</Text>
        <Text className="banner__title">{title}</Text>
        <Text className="banner__note">{note}</Text>
      </View>
      <View className="banner__picture">
        <Picture name={picture} alt="" isEager />
      </View>
    </View>
  )
}
