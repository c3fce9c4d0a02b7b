import type { TimePrice } from '@core/domain/promotions/kinds/time-price'
import { untilCopy } from '../dates'
import type { KindCopy } from './kind-copy'

export const timePrice: KindCopy<TimePrice> = {
  name: '限时价',
  note: '限时折扣、秒杀：这段时间一个价，可限量、限每人几件',
  describe: ({ endsAt, perMemberMax }, { today }) =>
    `限时价${untilCopy(endsAt, today)}${perMemberMax === null ? '' : `，每人 ${perMemberMax} 件`}`,
}
