import { Text, View } from '@tarojs/components'
import { Card } from '@/components/card'
import './details-section.scss'

/** How to use it, step by step. */
export function GuideSection({ guide }: { guide: string[] }) {
  if (guide.length === 0) return null
  return (
    <Card title="怎么用">
      {guide.map((step, at) => (
        <View key={at} className="guide">
          <Text className="guide__number">{at + 1}</Text>
          <Text className="guide__step">{step}</Text>
        </View>
      ))}
    </Card>
  )
}
