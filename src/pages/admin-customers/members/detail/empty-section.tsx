import { View } from '@tarojs/components'
import './sections.scss'

/** Explains why a section has no rows. */
export const EmptySection = ({ text }: { text: string }) => (
  <View className="section__nothing">{text}</View>
)
