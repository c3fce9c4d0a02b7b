import type { ShownProgram } from '@core/contract/program'
import { TIERS } from '@core/domain/members/sections'
import { TIER_COPY } from './lifecycle'
import { formatCount } from './numbers'

/** How far the next tier is, in money: 差 ¥86 升金卡. */
export function missingCopy(
  ahead: { tier: string; missingGrowth: number },
  { growthPerYuan }: Pick<ShownProgram, 'growthPerYuan'>,
): string {
  const yuan = Math.ceil(ahead.missingGrowth / Math.max(1, growthPerYuan))
  const tier = TIERS.find((known) => known === ahead.tier) ?? 'basic'
  return `差 ¥${formatCount(yuan)} 升${TIER_COPY[tier]}`
}

/** The points of a tier as people say them: `1.5 倍`. */
export const multiplierCopy = (pointsPercent: number): string => `${pointsPercent / 100} 倍`

/** `每花 1 元得 1 积分`. */
export const earnCopy = ({ pointsPerYuan }: Pick<ShownProgram, 'pointsPerYuan'>): string =>
  `每花 1 元得 ${formatCount(pointsPerYuan)} 积分`

/** `每花 1 元得 1 积分和 1 成长值`. */
export const earnBothCopy = (program: ShownProgram): string =>
  `${earnCopy(program)}和 ${formatCount(program.growthPerYuan)} 成长值`

/** The first tier that has to be reached: `满 300 升银卡`; `''` when there is none. */
export function firstStepCopy({ tiers }: ShownProgram): string {
  const [, next] = tiers
  return next ? `，满 ${formatCount(next.fromGrowth)} 升${TIER_COPY[next.code]}` : ''
}

/** Every tier that has to be reached: `成长值满 300 是银卡，1,000 是金卡，3,000 是黑金`. */
export const tiersCopy = ({ tiers }: ShownProgram): string =>
  tiers
    .slice(1)
    .map(({ code, fromGrowth }, at) => {
      const from = formatCount(fromGrowth)
      return `${at === 0 ? `成长值满 ${from}` : from} 是${TIER_COPY[code]}`
    })
    .join('，')
