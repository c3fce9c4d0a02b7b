import { Image } from '@tarojs/components'
import { IN_WECHAT } from '@/services/build'
import { pictureUrl } from '@/services/picture'
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
  return (
    <Image
      className={`picture picture--${frame}`}
      src={pictureUrl(name)}
      mode="aspectFit"
      lazyLoad={!isEager}
      {...(IN_WECHAT ? { webp: true, 'aria-label': alt } : { imgProps: { alt } })}
    />
  )
}
