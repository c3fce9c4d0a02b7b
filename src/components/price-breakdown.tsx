import type { Adjustment } from '@core/domain/pricing/quote-types'
import type { Fen } from '@core/kernel/money'
import { freightReasonCopy } from '@/copy/freight'
import { adjustmentCopy } from '@/copy/promotions'
import { SumRow } from './sum-row'

type Props = {
  amounts: { goodsFen: Fen; freightFen: Fen; adjustments: readonly Adjustment[] }
  /** Why the freight is so much, when more is known of it than the bill says. */
  freightNote?: string
}

const FREIGHT_CODES: readonly Adjustment['code'][] = ['FREIGHT', 'FREE_FREIGHT']

/** Every reason for a total in words: the goods, what was taken off, the freight. */
export function PriceBreakdown({ amounts: { goodsFen, freightFen, adjustments }, freightNote }: Props) {
  const offs = adjustments.filter(({ code, fen }) => !FREIGHT_CODES.includes(code) && fen !== 0)
  return (
    <>
      <SumRow label="商品" fen={goodsFen} />
      {offs.map((one) => (
        <SumRow
          key={`${one.code}:${one.sourceId ?? ''}`}
          label={adjustmentCopy(one)}
          fen={one.fen}
        />
      ))}
      <SumRow label="运费" reason={freightNote ?? freightReasonCopy(adjustments)} fen={freightFen} />
    </>
  )
}
