import { View } from '@tarojs/components'
import { Bone } from '@/components/skeleton'

/** A product's page while it is on its way: picture, price, choice. */
export function ProductSkeleton() {
  return (
    <View aria-busy>
      <View className="hero" />
      <View className="product__cards">
        <View className="bones">
          <Bone shape="pill" />
          <Bone shape="title" />
          <Bone shape="line" />
        </View>
        <View className="bones">
          <Bone shape="title" />
          <Bone shape="title" />
        </View>
      </View>
    </View>
  )
}
