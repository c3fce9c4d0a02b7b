import type { PromotionKindDefinition } from '../kind-definition'
import type { PromotionBase } from '../promotion-base'
import type { Scope } from '../scope'

/**
 * 买一送一, 第二件半价: of every `nth` pieces, sorted from dear to cheap, the last is `percentOff`
 * percent cheaper; all of them share the saving.
 */
export type NthPiece = PromotionBase & {
  kind: 'nthPiece'
  scope: Scope
  nth: number
  percentOff: number
}

export const nthPieceKind: PromotionKindDefinition<NthPiece, 'NTH_PIECE'> = {
  kind: 'nthPiece',
  code: 'NTH_PIECE',
  hasCardTag: () => true,
}
