import { Image, Text, View } from '@tarojs/components'
import { useAppEnvironment } from './app-environment'
import './avatar.scss'

type Props = { url: string; name: string; size?: 'row' | 'card' }

/** A profile picture; without one, the first character of the name. */
export function Avatar({ url, name, size = 'card' }: Props) {
  const { pictureUrl } = useAppEnvironment()
  return (
    <View className={`avatar avatar--${size}`}>
      {url === '' ? (
        <Text>{[...name][0] ?? ''}</Text>
      ) : (
        <Image className="avatar__picture" src={pictureUrl(url)} mode="aspectFill" />
      )}
    </View>
  )
}
