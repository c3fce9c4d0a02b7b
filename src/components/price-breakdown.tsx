import type { Adjustment } from '@core/domain/pricing/quote-types'
import type { Fen } from '@core/kernel/money'
import { freightReasonCopy } from '@/copy/freight'
import { adjustmentCopy } from '@/copy/promotions'
import { SumRow } from './sum-row'

type Props = {
  amounts: { goodsFen: Fen; freightFen: Fen; adjustments: readonly Adjustment[] }
  /** Replaces the freight reason taken from the adjustments. */
  freightNote?: string
}

const FREIGHT_CODES: readonly Adjustment['code'][] = ['FREIGHT', 'FREE_FREIGHT']

/** The rows that add up to a total: goods, adjustments, freight. */
export function PriceBreakdown({
  amounts: { goodsFen, freightFen, adjustments },
  freightNote,
}: Props) {
  const discounts = adjustments.filter(
    ({ code, fen }) => !FREIGHT_CODES.includes(code) && fen !== 0,
  )
  return (
    <>
      <SumRow label="商品" fen={goodsFen} />
      {discounts.map((one) => (
        <SumRow
          key={`${one.code}:${one.sourceId ?? ''}`}
          label={adjustmentCopy(one)}
          fen={one.fen}
        />
      ))}
      <SumRow
        label="运费"
        reason={freightNote ?? freightReasonCopy(adjustments)}
        fen={freightFen}
      />
    </>
  )
}
