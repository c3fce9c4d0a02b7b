import { View } from '@tarojs/components'
import { ProductGridSkeleton, SkeletonBlock } from '@/components/skeleton'

/** Placeholder of home: banner, categories, greeting, products. */
export function HomeSkeleton() {
  return (
    <>
      <SkeletonBlock shape="banner" />
      <View className="category-strip">
        {Array.from({ length: 6 }, (_, index) => (
          <View key={index} className="category-strip__item">
            <View className="category-strip__picture" />
            <SkeletonBlock shape="line" />
          </View>
        ))}
      </View>
      <View className="greeting">
        <View className="bones__lines">
          <SkeletonBlock shape="title" />
          <SkeletonBlock shape="line" />
        </View>
        <SkeletonBlock shape="pill" />
      </View>
      <ProductGridSkeleton count={4} />
    </>
  )
}
