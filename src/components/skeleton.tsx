import { View } from '@tarojs/components'
import './skeleton.scss'

type Props = {
  /** The shape of what comes. */
  shape: 'line' | 'title' | 'thumb' | 'square' | 'banner' | 'pill'
}

/** A quiet place where something will be. */
export function Bone({ shape }: Props) {
  return <View className={`bone bone--${shape}`} />
}

/** Cards of a product list that is on its way. */
export function ProductBones({ count = 4 }: { count?: number }) {
  return (
    <View className="product-grid" aria-busy>
      {Array.from({ length: count }, (_, at) => (
        <View key={at} className="bones">
          <Bone shape="square" />
          <Bone shape="title" />
          <Bone shape="line" />
        </View>
      ))}
    </View>
  )
}

/** Rows with a thumb that are on their way. */
export function RowBones({ count = 3 }: { count?: number }) {
  return (
    <>
      {Array.from({ length: count }, (_, at) => (
        <View key={at} className="bones bones--row" aria-busy>
          <Bone shape="thumb" />
          <View className="bones__lines">
            <Bone shape="title" />
            <Bone shape="line" />
          </View>
        </View>
      ))}
    </>
  )
}
