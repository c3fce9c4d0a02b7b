import { useEffect, useRef, useState } from 'react'
import { Text, View } from '@tarojs/components'
import type { ProductView } from '@core/contract/catalog'
import { now, today } from '@/services/clock'
import { awaited, countdownWords, earlyWords, launchWords } from './sale-words'

/** A countdown moves with the second. */
const SECOND_MS = 1_000

type Props = {
  product: Pick<ProductView, 'sale' | 'earlyAccess' | 'launchAt'>
  onBegun(): void
}

/** When it will be sold and to whom first; nothing once everybody may have it. */
export function LaunchPart({ product, onBegun }: Props) {
  const words = launchWords(product, today())
  const early = earlyWords(product, today())
  const until = awaited(product)
  if (words === '') return null
  return (
    <View className="launch">
      <View className="launch__words">
        <Text className="launch__title">{words}</Text>
        {early !== '' && <Text className="launch__note">{early}</Text>}
      </View>
      {until !== null && <Countdown until={until} onOver={onBegun} />}
    </View>
  )
}

function Countdown({ until, onOver }: { until: number; onOver(): void }) {
  const [left, setLeft] = useState(() => until - now())
  const isOver = left <= 0
  // It is told once: a new function of the page is no new event.
  const tell = useRef(onOver)
  tell.current = onOver
  useEffect(() => {
    if (isOver) return tell.current()
    const timer = setInterval(() => setLeft(until - now()), SECOND_MS)
    return () => clearInterval(timer)
  }, [isOver, until])
  return <Text className="launch__left">{countdownWords(left)}</Text>
}
