import type { ProductView } from '@core/contract/storefront'
import { Text, View } from '@tarojs/components'
import { Card } from '@/components/card'

type Props = { product: Pick<ProductView, 'attributes' | 'description'> }

/** The attribute table and the short description. */
export function AttributesSection({ product }: Props) {
  const { attributes, description } = product
  return (
    <>
      {attributes.length > 0 && (
        <Card title="参数">
          {attributes.map(({ name, value }) => (
            <View key={name} className="fact">
              <Text className="fact__name">{name}</Text>
              <Text className="fact__value">{value}</Text>
            </View>
          ))}
        </Card>
      )}
      {description !== '' && (
        <Card title="说说它">
          <Text className="product__description">{description}</Text>
        </Card>
      )}
    </>
  )
}
