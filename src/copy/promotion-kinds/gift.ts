import type { Gift } from '@core/domain/promotions/kinds/gift'
import { type KindCopy, thresholdCopy } from './kind-copy'

export const gift: KindCopy<Gift> = {
  name: '满赠',
  note: '满多少送一件，也可以让顾客选体验装',
  billName: '赠品',
  skipReasons: { LIMIT_REACHED: '每人限领，已经送过你了', STOCK_GONE: '赠品已经送完' },
  describe: ({ fromFen, isOptional }, context) =>
    `${thresholdCopy(fromFen)}${isOptional ? '可选' : '送'}${context.gift}`,
  tag: ({ fromFen, isOptional }) => `${thresholdCopy(fromFen)}${isOptional ? '选' : '送'}赠品`,
}
