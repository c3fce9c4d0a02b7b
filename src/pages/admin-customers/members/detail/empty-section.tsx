import { View } from '@tarojs/components'
import './sections.scss'

/** A part of a customer's page that is empty, and why that is so. */
export const Nothing = ({ words }: { words: string }) => (
  <View className="section__nothing">{words}</View>
)
