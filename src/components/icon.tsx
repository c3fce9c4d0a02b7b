import { View } from '@tarojs/components'
import './icon.scss'

/** The signs of the shop: drawn in the stylesheet, so that they take the colour of the text. */
export type IconName =
  | 'back'
  | 'home'
  | 'next'
  | 'search'
  | 'close'
  | 'heart'
  | 'heart-full'
  | 'cart'
  | 'service'
  | 'check'
  | 'plus'

/** A sign; what it means is said by the thing around it. */
export function Icon({ name }: { name: IconName }) {
  return <View className={`icon icon--${name}`} />
}
