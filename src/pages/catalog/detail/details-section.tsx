import type { DetailBlock } from '@core/domain/catalog/product'
import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Picture } from '@/components/picture'
import './details-section.scss'

/** The blocks of the long description. */
export function DetailsSection({ details }: { details: DetailBlock[] }) {
  if (details.length === 0) return null
  return (
    <Card title="图文详情">
      {details.map((block, index) => (
        <Block key={index} block={block} />
      ))}
    </Card>
  )
}

function Block({ block }: { block: DetailBlock }) {
  switch (block.kind) {
    case 'heading':
      return <View className="detail__heading">{block.text}</View>
    case 'text':
      return <View className="detail__text">{block.text}</View>
    case 'picture':
      return (
        <View className="detail__picture">
          <Picture name={block.picture} alt={block.alt} />
        </View>
      )
  }
}
