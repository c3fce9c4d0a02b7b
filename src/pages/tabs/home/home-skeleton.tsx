import { View } from '@tarojs/components'
import { Bone, ProductBones } from '@/components/skeleton'

/** Home while it is on its way: banner, shelves, greeting, products. */
export function HomeSkeleton() {
  return (
    <>
      <Bone shape="banner" />
      <View className="shelves">
        {Array.from({ length: 6 }, (_, at) => (
          <View key={at} className="shelves__item">
            <View className="shelves__picture" />
            <Bone shape="line" />
          </View>
        ))}
      </View>
      <View className="greeting">
        <View className="bones__lines">
          <Bone shape="title" />
          <Bone shape="line" />
        </View>
        <Bone shape="pill" />
      </View>
      <ProductBones count={4} />
    </>
  )
}
