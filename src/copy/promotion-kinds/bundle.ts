import type { Bundle } from '@core/domain/promotions/kinds/bundle'
import { formatRoundAmount } from '../numbers'
import type { KindCopy } from './kind-copy'

export const bundle: KindCopy<Bundle> = {
  name: '套餐',
  note: '几件一起买，一个价',
  describe: ({ parts, priceFen }) => {
    const pieces = parts.reduce((sum, { quantity }) => sum + quantity, 0)
    return `套餐 ${pieces} 件 ${formatRoundAmount(priceFen)}`
  },
}
