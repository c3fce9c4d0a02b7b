import type { SetAside } from '@core/domain/set-aside/set-aside'
import * as v from 'valibot'
import type { NotFound } from './errors'
import { cursor, type Page } from './primitives'

/** What the shop failed at by itself, oldest first. */
export const setAsideListInput = v.strictObject({ cursor })
export type SetAsideListInput = v.InferOutput<typeof setAsideListInput>

/** One entry; its id is made of the duty's and the document's. */
export const setAsideInput = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[\w:~+-]{1,250}$/)),
})
export type SetAsideInput = v.InferOutput<typeof setAsideInput>

/** An entry as the staff see it; `orderId` when it is about an order. */
export type SetAsideRow = Omit<SetAside, 'collection'> & { orderId: string | null }

/** Operations of the staff on what is set aside. */
export type SetAsideAdminContract = {
  'setAside.list': { input: SetAsideListInput; output: Page<SetAsideRow>; error: never }
  /** Lets the next run try again; it takes some minutes, for members until night. */
  'setAside.retry': { input: SetAsideInput; output: { id: string }; error: NotFound }
}

declare module '@core/contract' {
  interface AdminOperations extends SetAsideAdminContract {}
}
