import { Image, Text, View } from '@tarojs/components'
import './face.scss'

type FaceProps = { name: string; url: string; isLarge?: boolean }

/** A customer's picture, or the first character of their name on soft ground. */
export function Face({ name, url, isLarge = false }: FaceProps) {
  const size = isLarge ? ' is-large' : ''
  if (url) return <Image className={`face${size}`} src={url} mode="aspectFill" aria-hidden />
  return (
    <View className={`face${size}`}>
      <Text>{Array.from(name)[0] ?? ''}</Text>
    </View>
  )
}
