import { Text, View } from '@tarojs/components'
import { Card } from '@/components/card'
import './details-section.scss'

/** Usage steps. */
export function GuideSection({ guide }: { guide: string[] }) {
  if (guide.length === 0) return null
  return (
    <Card title="怎么用">
      {guide.map((step, index) => (
        <View key={index} className="guide">
          <Text className="guide__number">{index + 1}</Text>
          <Text className="guide__step">{step}</Text>
        </View>
      ))}
    </Card>
  )
}
