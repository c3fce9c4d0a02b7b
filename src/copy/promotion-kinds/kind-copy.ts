import type { DiscountSkipReason } from '@core/domain/pricing/quote-types'
import type { Promotion } from '@core/domain/promotions/promotion'
import type { Day } from '@core/kernel/calendar'
import { formatRoundAmount } from '../numbers'

/** What a description needs beside the promotion; `gift` is the title of what is given. */
export type CopyContext = { today: Day; gift: string }

/** The texts of one kind of promotion; a new kind is one literal and one line in `./index`. */
export type KindCopy<P extends Promotion = Promotion> = {
  /** On tags, and in the staff's lists. */
  name: string
  /** What it can be used for, where the staff choose a kind. */
  note: string
  /** What its saving is called where a price is explained. Default: `name`. */
  billName?: string
  /** Why it did not apply. Default: the text for all kinds. */
  skipReasons?: Partial<Record<DiscountSkipReason, string>>
  /** In one line, as customers read it. */
  describe(promotion: P, context: CopyContext): string
  /** In the few words of a tag. Default: `name`. */
  tag?(promotion: P): string
}

/** An amount without its sign, where the words around it say that it is money: `满 300 减 40`. */
export const yuanCopy = (fen: number): string => formatRoundAmount(fen).slice(1)

/** The threshold of a promotion, in front of what it gives. */
export const thresholdCopy = (fromFen: number): string =>
  fromFen === 0 ? '下单' : `满 ${yuanCopy(fromFen)} `
