import type { Reminder, Subject } from '@core/domain/reminders/reminder'
import { WAITING_PRODUCTS_MAX } from '@core/kernel/limits'
import * as v from 'valibot'
import type { AllowanceUsed, NotFound } from './errors'
import { cursor, entityId, type NoInput, type Page } from './primitives'

/** What is waited for: a SKU that has run out, or (`null`) the launch of the product. */
export const subjectInput = v.strictObject({
  productId: entityId,
  skuId: v.nullable(entityId),
})
export type SubjectInput = v.InferOutput<typeof subjectInput>

/** A page of the caller's reminders. */
export const reminderListInput = v.strictObject({ cursor })
export type ReminderListInput = v.InferOutput<typeof reminderListInput>

/** One of the caller's reminders. */
export type ReminderView = Pick<
  Reminder,
  'productId' | 'skuId' | 'title' | 'spec' | 'picture' | 'state' | 'at' | 'toldAt' | 'isUnread'
> & {
  /** When the sale begins for the caller, as far as is known; `null` for what is out of stock. */
  opensAt: number | null
}

/** Whether the caller is reminded of it now. */
export type Reminded = { isReminded: boolean }

/** Why nobody is reminded. `NOT_NEEDED`: it can be ordered already. */
export type SetReminderError = NotFound | { code: 'NOT_NEEDED' } | AllowanceUsed

/** Operations of customers on reminders. */
export type RemindersContract = {
  'reminders.set': { input: SubjectInput; output: Reminded; error: SetReminderError }
  'reminders.cancel': { input: SubjectInput; output: Reminded; error: never }
  /** Last set first. */
  'reminders.list': { input: ReminderListInput; output: Page<ReminderView>; error: never }
  /** What was told is no longer counted as unread. */
  'reminders.read': { input: NoInput; output: { read: number }; error: never }
}

/** Products whose waiting customers are counted. */
export const waitingInput = v.strictObject({
  productIds: v.pipe(v.array(entityId), v.minLength(1), v.maxLength(WAITING_PRODUCTS_MAX)),
})
export type WaitingInput = v.InferOutput<typeof waitingInput>

/** How many customers wait for each SKU, or (`null`) for the launch; without those of nobody. */
export type WaitingView = (Subject & { customers: number })[]

/** Operations of the staff on reminders. */
export type RemindersAdminContract = {
  'reminders.waiting': { input: WaitingInput; output: WaitingView; error: never }
}

declare module '@core/contract' {
  interface ShopOperations extends RemindersContract {}
  interface AdminOperations extends RemindersAdminContract {}
}
