import type { ProductView } from '@core/contract/storefront'
import { Text, View } from '@tarojs/components'
import { today } from '@/services/clock'
import { Countdown } from './countdown'
import { nextSaleMoment, earlyAccessCopy, launchCopy } from './sale-copy'
import './launch-section.scss'

type Props = {
  product: Pick<ProductView, 'sale' | 'earlyAccess' | 'launchAt'>
  onSaleStarted(): void
}

/** When it will be sold and to whom first; nothing once everybody may have it. */
export function LaunchSection({ product, onSaleStarted: onBegun }: Props) {
  const words = launchCopy(product, today())
  const early = earlyAccessCopy(product, today())
  const until = nextSaleMoment(product)
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
