import { View } from '@tarojs/components'
import './icon.scss'

/** Icons are masks in the stylesheet, so they take the colour of the surrounding text. */
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
  | 'wallet'
  | 'box'
  | 'truck'
  | 'comment'
  | 'return'

/** A decorative icon; its container carries the accessible name. */
export function Icon({ name }: { name: IconName }) {
  return <View className={`icon icon--${name}`} />
}
