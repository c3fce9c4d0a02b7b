import { Image, View } from '@tarojs/components'
import { useAppEnvironment } from './app-environment'
import './picture.scss'

type Props = {
  /** The picture's name, or an address. */
  name: string
  /** What it shows, for those who cannot see it; `''` when the words beside it say so already. */
  alt: string
  /** `thumb` in rows, `card` in lists, `plain` without ground. */
  frame?: 'thumb' | 'card' | 'plain'
  /** Is in sight at once: do not wait for scrolling. */
  isEager?: boolean
}

/** A product's picture: square, on soft ground. */
export function Picture({ name, alt, frame = 'plain', isEager = false }: Props) {
  const { pictureUrl } = useAppEnvironment()
  const image = (
    <Image
      className="picture"
      src={pictureUrl(name)}
      mode="aspectFit"
      lazyLoad={!isEager}
      {...(process.env.TARO_ENV === 'weapp'
        ? { webp: true, 'aria-label': alt }
        : { imgProps: { alt } })}
    />
  )
  if (frame === 'plain') return image
  return <View className={`picture-ground picture-ground--${frame}`}>{image}</View>
}
