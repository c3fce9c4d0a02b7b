import type { HomeBanner } from '@core/contract/storefront'
import { Text, View } from '@tarojs/components'
import { Picture } from './picture'
import { tappable } from './tappable'
import './banner.scss'

type Props = {
  banner: Pick<HomeBanner, 'eyebrow' | 'title' | 'note' | 'picture'>
  /** Absent: it leads nowhere. */
  onTap?: (() => void) | undefined
}

/** A banner of home: words at the left, a picture at the right. */
export function Banner({ banner, onTap }: Props) {
  const { eyebrow, title, note, picture } = banner
  return (
    <View className="banner" {...(onTap && tappable(title, 'link'))} onClick={onTap}>
      <View className="banner__words">
        {eyebrow !== '' && <Text className="banner__eyebrow">{eyebrow}</Text>}
        <Text className="banner__title">{title}</Text>
        {note !== '' && <Text className="banner__note">{note}</Text>}
      </View>
      <View className="banner__picture">
        {picture !== '' && <Picture name={picture} alt="" isEager />}
      </View>
    </View>
  )
}
