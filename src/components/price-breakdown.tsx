import type { Adjustment } from '@core/domain/pricing/quote-types'
import type { Fen } from '@core/kernel/money'
import { freightWhy } from '@/copy/freight'
import { adjustmentCopy } from '@/copy/promotions'
import { SumRow } from './sum-row'

type Props = {
  bill: { goodsFen: Fen; freightFen: Fen; adjustments: readonly Adjustment[] }
  /** Why the freight is so much, when more is known of it than the bill says. */
  freightNote?: string
}

const FREIGHT: readonly Adjustment['code'][] = ['FREIGHT', 'FREE_FREIGHT']

/** Every reason for a total in words: the goods, what was taken off, the freight. */
export function BillRows({ bill: { goodsFen, freightFen, adjustments }, freightNote }: Props) {
  const offs = adjustments.filter(({ code, fen }) => !FREIGHT.includes(code) && fen !== 0)
  return (
    <>
      <SumRow name="商品" fen={goodsFen} />
      {offs.map((one) => (
        <SumRow
          key={`${one.code}:${one.sourceId ?? ''}`}
          name={adjustmentCopy(one)}
          fen={one.fen}
        />
      ))}
      <SumRow name="运费" why={freightNote ?? freightWhy(adjustments)} fen={freightFen} />
    </>
  )
}
