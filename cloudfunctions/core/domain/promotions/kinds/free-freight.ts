import type { Fen } from '@core/kernel/money'
import { unknownProvince } from '@core/kernel/provinces'
import { commonGoods, type PromotionKindDefinition } from '../kind-definition'
import type { PromotionBase } from '../promotion-base'
import type { Scope } from '../scope'

/** 包邮: no freight from an amount on, to `provinces` (empty: to all that are served). */
export type FreeFreight = PromotionBase & {
  kind: 'freeFreight'
  scope: Scope
  fromFen: Fen
  provinces: string[]
}

export const freeFreightKind: PromotionKindDefinition<FreeFreight, 'FREE_FREIGHT'> = {
  kind: 'freeFreight',
  code: 'FREE_FREIGHT',
  error({ provinces }) {
    const at = unknownProvince(provinces)
    return at < 0 ? null : { field: `provinces.${at}`, reason: 'UNKNOWN_PROVINCE' }
  },
  isFreeTo: ({ provinces }, province) => provinces.length === 0 || provinces.includes(province),
  overlap: (a, b, skus) => (shareProvince(a, b) ? commonGoods({}, [a, b], skus) : []),
}

const shareProvince = (a: FreeFreight, b: FreeFreight): boolean =>
  a.provinces.length === 0 ||
  b.provinces.length === 0 ||
  a.provinces.some((name) => b.provinces.includes(name))
