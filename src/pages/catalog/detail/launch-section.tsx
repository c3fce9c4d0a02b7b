import type { ProductView } from '@core/contract/storefront'
import { Text, View } from '@tarojs/components'
import { Countdown } from '@/hooks/countdown'
import { today } from '@/services/clock'
import { earlyAccessCopy, launchCopy } from './sale-copy'
import './launch-section.scss'

type Props = { product: Pick<ProductView, 'sale' | 'earlyAccess' | 'launchAt'> }

/** Launch time and earlyAccess access; renders nothing once the product is on sale for everyone. */
export function LaunchSection({ product }: Props) {
  const title = launchCopy(product, today())
  const earlyAccess = earlyAccessCopy(product, today())
  const { sale } = product
  if (title === '') return null
  return (
    <View className="launch">
      <View className="launch__words">
        <Text className="launch__title">{title}</Text>
        {earlyAccess !== '' && <Text className="launch__note">{earlyAccess}</Text>}
      </View>
      {sale.state === 'NOT_YET' && <Countdown until={sale.from} />}
    </View>
  )
}
