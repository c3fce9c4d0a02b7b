import { AFTER_SALE_WORDS_MAX, IMPORTED_LINES_MAX, IMPORTED_PIECES_MAX } from '@core/kernel/limits'
import type { Fen } from '@core/kernel/money'
import * as v from 'valibot'
import { lineKeyText } from './catalog'
import { entityId, integer, mintedId, text, totalFen } from './primitives'

/** Nothing is deducted for gifts that stay, now or later. */
export const isGiftWaived = v.optional(v.boolean())
/** The amount that was shown; another one is refused and shown again. */
export const expectedFen = v.optional(totalFen)

/** Pieces of a staff's refund: of imported orders there may be more than the shop itself sells. */
const refundedPieces = v.pipe(
  v.array(v.strictObject({ key: lineKeyText, quantity: integer(1, IMPORTED_PIECES_MAX) })),
  v.maxLength(IMPORTED_LINES_MAX),
  v.check((all) => new Set(all.map((one) => one.key)).size === all.length, 'a line twice'),
)

const goodwill = {
  orderId: entityId,
  /** Pieces that are given up; none for an amount alone. */
  lines: refundedPieces,
  withFreight: v.boolean(),
  isGiftWaived,
  /** The amount to pay back instead of what the pieces are worth. */
  amountFen: v.optional(v.nullable(totalFen)),
}

type Something = { lines: unknown[]; amountFen?: Fen | null | undefined }

const hasSomething = ({ lines, amountFen }: Something): boolean =>
  lines.length > 0 || (amountFen ?? 0) > 0

/** What a refund by the staff would come to. */
export const goodwillPreviewInput = v.pipe(
  v.strictObject(goodwill),
  v.check((chosen) => hasSomething(chosen), 'pieces or an amount'),
)
export type GoodwillPreviewInput = v.InferOutput<typeof goodwillPreviewInput>

/** A refund on the staff's own initiative: as goodwill, or after a telephone call. */
export const goodwillInput = v.pipe(
  v.strictObject({
    ...goodwill,
    afterSaleId: mintedId,
    /** Why; the customer reads it. */
    words: text(AFTER_SALE_WORDS_MAX),
    expectedFen,
  }),
  v.check((chosen) => hasSomething(chosen), 'pieces or an amount'),
)
export type GoodwillInput = v.InferOutput<typeof goodwillInput>
