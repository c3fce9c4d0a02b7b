import type { NthPiece } from '@core/domain/promotions/kinds/nth-piece'
import { discountCopy } from '../numbers'
import type { KindCopy } from './kind-copy'

const NUMERALS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

const FREE_PERCENT = 100
const HALF_PERCENT = 50

function describe({ nth, percentOff }: Pick<NthPiece, 'nth' | 'percentOff'>): string {
  if (percentOff === FREE_PERCENT) return `买${NUMERALS[nth - 1]}送一`
  const price = percentOff === HALF_PERCENT ? '半价' : ` ${discountCopy(percentOff)}`
  return `第${NUMERALS[nth]}件${price}`
}

export const nthPiece: KindCopy<NthPiece> = {
  name: '多件优惠',
  note: '买一送一、第二件半价',
  describe,
  tag: describe,
}
