import { View } from '@tarojs/components'
import './skeleton.scss'

type Props = {
  /** The shape of what comes. */
  shape: 'line' | 'title' | 'thumb' | 'square' | 'banner' | 'pill'
}

/** A quiet place where something will be. */
export function SkeletonBlock({ shape }: Props) {
  return <View className={`bone bone--${shape}`} />
}

/** Cards of a product list that is on its way. */
export function ProductGridSkeleton({ count = 4 }: { count?: number }) {
  return (
    <View className="product-grid" aria-busy>
      {Array.from({ length: count }, (_, at) => (
        <View key={at} className="bones">
          <SkeletonBlock shape="square" />
          <SkeletonBlock shape="title" />
          <SkeletonBlock shape="line" />
        </View>
      ))}
    </View>
  )
}

/** Rows with a thumb that are on their way. */
export function RowsSkeleton({ count = 3 }: { count?: number }) {
  return (
    <>
      {Array.from({ length: count }, (_, at) => (
        <View key={at} className="bones bones--row" aria-busy>
          <SkeletonBlock shape="thumb" />
          <View className="bones__lines">
            <SkeletonBlock shape="title" />
            <SkeletonBlock shape="line" />
          </View>
        </View>
      ))}
    </>
  )
}
