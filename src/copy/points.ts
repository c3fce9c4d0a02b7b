import type { PointsRow } from '@core/contract/points'
import { formatCount } from './numbers'

/** When the points of an order can be spent; said like this wherever it is said. */
export const POINTS_ARRIVAL = '售后期过后可用'

/** Names of the ledger entries of points, for customers and staff. */
export const POINTS_CAUSE_COPY = {
  earn: `付款得积分，${POINTS_ARRIVAL}`,
  post: '订单完成，积分可用',
  hold: '下单抵扣，付款前暂存',
  spend: '付款成功，抵扣用掉',
  void: '订单关闭，抵扣的积分退回',
  return: '退款，抵扣的积分退回',
  clawback: '退款，收回所得积分',
} as const satisfies Record<PointsRow['kind'], string>

/** The signed change of a row, pending points included; `''` when the balance stays. */
export function pointsChange({ available, pending, kind }: PointsRow): string {
  const points = kind === 'post' ? available : available + pending
  if (points === 0) return ''
  return points < 0 ? `−${formatCount(-points)}` : `+${formatCount(points)}`
}
