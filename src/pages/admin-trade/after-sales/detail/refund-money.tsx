import type { Estimate } from '@core/contract/after-sales'
import { Row } from '@/components/card'
import { SumRow } from '@/components/sum-row'

type Props = Pick<Estimate, 'totalFen' | 'deductionFen'> &
  Partial<Pick<Estimate, 'freightFen' | 'points' | 'clawPoints'>> & { label: string }

/** The money of a refund, with what is in it and what is taken back. */
export const RefundMoney = ({
  label,
  totalFen,
  deductionFen,
  freightFen = 0,
  points = 0,
  clawPoints = 0,
}: Props) => (
  <>
    {freightFen > 0 && <SumRow label="其中运费" fen={freightFen} />}
    {deductionFen > 0 && <SumRow label="赠品留在顾客手里，按价扣除" fen={-deductionFen} />}
    <SumRow label={label} fen={totalFen} isTotal />
    {points > 0 && <Row label="退回抵扣的积分" value={String(points)} />}
    {clawPoints > 0 && <Row label="收回所得积分" value={String(clawPoints)} />}
  </>
)
