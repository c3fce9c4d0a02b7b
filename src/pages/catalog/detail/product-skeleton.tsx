import { View } from '@tarojs/components'
import { SkeletonBlock } from '@/components/skeleton'

/** Placeholder of the product page. */
export function ProductSkeleton() {
  return (
    <View aria-busy>
      <View className="hero" />
      <View className="product__cards">
        <View className="bones">
          <SkeletonBlock shape="pill" />
          <SkeletonBlock shape="title" />
          <SkeletonBlock shape="line" />
        </View>
        <View className="bones">
          <SkeletonBlock shape="title" />
          <SkeletonBlock shape="title" />
        </View>
      </View>
    </View>
  )
}
