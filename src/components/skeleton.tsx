import { View } from '@tarojs/components'
import './skeleton.scss'

type Props = {
  /** The shape of the content that is loading. */
  shape: 'line' | 'title' | 'thumb' | 'square' | 'banner' | 'pill'
}

/** A placeholder block. */
export function SkeletonBlock({ shape }: Props) {
  return <View className={`bone bone--${shape}`} />
}

/** Placeholder for a grid of product cards. */
export function ProductGridSkeleton({ count = 4 }: { count?: number }) {
  return (
    <View className="product-grid" aria-busy>
      {Array.from({ length: count }, (_, index) => (
        <View key={index} className="bones">
          <SkeletonBlock shape="square" />
          <SkeletonBlock shape="title" />
          <SkeletonBlock shape="line" />
        </View>
      ))}
    </View>
  )
}

/** Placeholder for rows with a thumbnail. */
export function RowsSkeleton({ count = 3 }: { count?: number }) {
  return (
    <>
      {Array.from({ length: count }, (_, index) => (
        <View key={index} className="bones bones--row" aria-busy>
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
