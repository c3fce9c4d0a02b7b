import { Swiper, SwiperItem, Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Picture } from '@/components/picture'
import { tappable } from '@/components/tappable'
import { showPictures } from '@/services/picture'

type Props = { pictures: string[]; title: string }

/** The product's pictures as a swiper; a tap shows one full-screen. */
export function Hero({ pictures, title }: Props) {
  const [current, setCurrent] = useState(0)
  return (
    <View className="hero">
      <Swiper className="hero__pictures" onChange={(event) => setCurrent(event.detail.current)}>
        {pictures.map((name, index) => (
          <SwiperItem key={name}>
            <View
              className="hero__picture"
              {...tappable(`放大看图 ${index + 1}`)}
              onClick={() => showPictures(pictures, name)}
            >
              <Picture name={name} alt={`${title} 图 ${index + 1}`} isEager={index === 0} />
            </View>
          </SwiperItem>
        ))}
      </Swiper>
      {pictures.length > 1 && (
        <Text className="hero__count">{`${current + 1}/${pictures.length}`}</Text>
      )}
    </View>
  )
}
