import type { FreeFreight } from '@core/domain/promotions/kinds/free-freight'
import { provinceCopy } from '../freight'
import { type KindCopy, thresholdCopy } from './kind-copy'

/** Provinces named one by one; more of them are only counted. */
const PROVINCES_NAMED = 3

function provincesCopy(provinces: readonly string[]): string {
  if (provinces.length === 0) return ''
  const names = provinces.map(provinceCopy)
  if (names.length <= PROVINCES_NAMED) return names.join('、')
  return `${names.slice(0, PROVINCES_NAMED).join('、')}等 ${names.length} 地`
}

export const freeFreight: KindCopy<FreeFreight> = {
  name: '包邮',
  note: '满多少包邮，可只对几个省',
  describe: ({ fromFen, provinces }) => `${provincesCopy(provinces)}${thresholdCopy(fromFen)}包邮`,
  tag: ({ fromFen }) => `${thresholdCopy(fromFen)}包邮`,
}
