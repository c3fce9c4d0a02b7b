import { Text, View } from '@tarojs/components'
import { useEffect } from 'react'
import { tappable } from '@/components/tappable'
import { shop, useShop } from '@/stores/shop'

type Props = { onWord(word: string): void }

/** Recent searches on this phone and popular searches. */
export function Suggestions({ onWord }: Props) {
  const recent = useShop((state) => state.recentWords)
  const hot = useShop((state) => state.home.value?.hotWords)
  // Whoever comes by a link has not seen home, which brings the popular searches.
  useEffect(() => {
    if (!shop.getState().home.value) void shop.getState().loadHome()
  }, [])
  return (
    <>
      {recent.length > 0 && (
        <View className="suggestions">
          <View className="suggestions__head">
            <Text className="suggestions__title">最近搜过</Text>
            <View
              className="suggestions__clear"
              {...tappable()}
              onClick={() => shop.getState().clearRecentWords()}
            >
              清空
            </View>
          </View>
          <Words words={recent} onWord={onWord} />
        </View>
      )}
      {hot && hot.length > 0 && (
        <View className="suggestions">
          <View className="suggestions__head">
            <Text className="suggestions__title">大家在搜</Text>
          </View>
          <Words words={hot} onWord={onWord} />
        </View>
      )}
    </>
  )
}

function Words({ words, onWord }: Props & { words: string[] }) {
  return (
    <View className="suggestions__words">
      {words.map((word) => (
        <View key={word} className="suggestions__word" {...tappable()} onClick={() => onWord(word)}>
          {word}
        </View>
      ))}
    </View>
  )
}
