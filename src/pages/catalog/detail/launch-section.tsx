import type { ProductView } from '@core/contract/storefront'
import { Text, View } from '@tarojs/components'
import { today } from '@/services/clock'
import { Countdown } from './countdown'
import { awaited, earlyCopy, launchCopy } from './sale-copy'
import './launch-section.scss'

type Props = {
  product: Pick<ProductView, 'sale' | 'earlyAccess' | 'launchAt'>
  onBegun(): void
}

/** When it will be sold and to whom first; nothing once everybody may have it. */
export function LaunchPart({ product, onBegun }: Props) {
  const words = launchCopy(product, today())
  const early = earlyCopy(product, today())
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
