import type { Fen } from '@core/kernel/money'
import type { PromotionKindDefinition } from '../kind-definition'
import type { PromotionBase } from '../promotion-base'
import type { Scope } from '../scope'

/** 满赠 and 体验装: free pieces; an optional one only when the customer asks for it. */
export type Gift = PromotionBase & {
  kind: 'gift'
  scope: Scope
  fromFen: Fen
  skuId: string
  quantity: number
  /** How many times a member may have it; `null`: with every order. */
  perMemberMax: number | null
  isOptional: boolean
}

export const giftKind: PromotionKindDefinition<Gift, 'GIFT'> = {
  kind: 'gift',
  code: 'GIFT',
  namedSkus: ({ skuId }) => [{ skuId, field: 'skuId' }],
  // An order may earn several gifts.
  overlap: () => [],
  giftSkus: ({ skuId }) => [skuId],
  offerSkus: ({ skuId }) => [skuId],
  perMemberMax: ({ perMemberMax }) => perMemberMax,
  hasCardTag: ({ isOptional }) => !isOptional,
}
