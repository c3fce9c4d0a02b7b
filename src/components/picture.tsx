import { Image, View } from '@tarojs/components'
import { useAppEnvironment } from './app-environment'
import './picture.scss'

type Props = {
  /** The picture's name, or a URL. */
  name: string
  /** Accessible name; `''` when the text beside it already says the same. */
  alt: string
  /** `thumb` in rows, `card` in lists, `plain` without a background. */
  frame?: 'thumb' | 'card' | 'plain'
  /** Visible at once: loads without waiting for scrolling. */
  isEager?: boolean
}

/** A picture, optionally square on a soft background. */
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
