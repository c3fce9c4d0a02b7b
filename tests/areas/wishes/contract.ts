import { entityId, type NoInput, type Page, plainText } from '@core/contract/primitives'
import * as v from 'valibot'

export const wishInput = v.strictObject({ wishId: entityId, text: plainText(50) })

/** A wish as the staff see it. */
export type WishView = { id: string; text: string; isAnswered: boolean }

export type WishesContract = {
  'wishes.make': {
    input: v.InferOutput<typeof wishInput>
    output: WishView
    error: { code: 'TOO_MANY_WISHES'; max: number }
  }
}

export type WishesAdminContract = {
  'wishes.list': { input: NoInput; output: Page<WishView>; error: never }
}

declare module '@core/contract' {
  interface ShopOperations extends WishesContract {}
  interface AdminOperations extends WishesAdminContract {}
}
