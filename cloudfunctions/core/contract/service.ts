import type { FaqEntry } from '@core/domain/service/faq'
import {
  TICKET_KINDS,
  TICKET_STATES,
  TICKET_SUBJECTS,
  type Ticket,
  type TicketMessage,
  type TicketRefusal,
} from '@core/domain/service/ticket'
import {
  FAQ_ALIKE_MAX,
  FAQ_ANSWER_MAX,
  FAQ_QUESTION_MAX,
  TICKET_PICTURES_MAX,
  TICKET_TEXT_MAX,
} from '@core/kernel/limits'
import * as v from 'valibot'
import type { NotFound } from './errors'
import { type TextRefused } from './moderation'
import type { NoInput } from './primitives'
import { cursor, entityId, instant, mintedId, type Page, plainText, word } from './primitives'
import { cloudPicture } from './reviews'

const text = plainText(TICKET_TEXT_MAX)
const pictures = v.pipe(v.array(cloudPicture), v.maxLength(TICKET_PICTURES_MAX))

/** A message of a ticket; idempotent by the id that the phone chooses. */
const message = { messageId: mintedId, text, pictures: v.optional(pictures, []) }

/** A new ticket, optionally about a product, or an order or after-sale of the caller. */
export const openTicketInput = v.strictObject({
  ticketId: mintedId,
  kind: v.picklist(TICKET_KINDS),
  about: v.nullable(v.strictObject({ kind: v.picklist(TICKET_SUBJECTS), id: entityId })),
  ...message,
})
export type OpenTicketInput = v.InferOutput<typeof openTicketInput>

/** Another message of a ticket. */
export const writeTicketInput = v.strictObject({ ticketId: entityId, ...message })
export type WriteTicketInput = v.InferOutput<typeof writeTicketInput>

/** One ticket, by id. */
export const ticketInput = v.strictObject({ ticketId: entityId })
export type TicketInput = v.InferOutput<typeof ticketInput>

/** A ticket that was read, and its `updatedAt` as it was shown. */
export const readTicketInput = v.strictObject({ ticketId: entityId, upTo: instant })
export type ReadTicketInput = v.InferOutput<typeof readTicketInput>

/** The next page of the caller's tickets. */
export const ticketPageInput = v.strictObject({ cursor })
export type TicketPageInput = v.InferOutput<typeof ticketPageInput>

/** The staff's list: one state at a time. */
export const ticketListInput = v.strictObject({ state: v.picklist(TICKET_STATES), cursor })
export type TicketListInput = v.InferOutput<typeof ticketListInput>

/** A ticket in a list. */
export type TicketRow = Pick<
  Ticket,
  'id' | 'kind' | 'channel' | 'state' | 'openedAt' | 'updatedAt' | 'dueAt'
> & { title: string; excerpt: string; isUnread: boolean }

/** A ticket as its owner sees it. */
export type TicketView = TicketRow & {
  about: Ticket['about']
  messages: TicketMessage[]
  /** Whether the owner may add messages; a ticket closed long ago cannot be reopened. */
  canWrite: boolean
}

/** A ticket in the staff's list. `isLate`: the answer came late or is overdue. */
export type StaffTicketRow = TicketRow & { memberId: string; memberName: string; isLate: boolean }

/** A ticket as the staff see it. */
export type StaffTicketView = StaffTicketRow & {
  about: Ticket['about']
  messages: TicketMessage[]
  firstResponseMs: number | null
}

/** Service figures of the last 30 days. */
export type ServiceReport = {
  waiting: number
  overdue: number
  opened: number
  answered: number
  late: number
  /**
   * Mean opening time until the first answer of the staff, in milliseconds; `null` without answers.
   */
  meanResponseMs: number | null
  /** Customers' questions, and those that the FAQ answered. */
  questions: { asked: number; hit: number }
}

/** A search for questions; all of them without a word. */
export const helpInput = v.strictObject({ word: v.optional(word) })
export type HelpInput = v.InferOutput<typeof helpInput>

/** A question and its answer. */
export type FaqView = Pick<FaqEntry, 'id' | 'question' | 'answer'>

/** The help page: opening hours and frequent questions. */
export type HelpView = {
  isOpen: boolean
  fromHour: number
  toHour: number
  questions: FaqView[]
}

/** Creates or updates an entry of the FAQ; its number of hits is kept. */
export const saveFaqInput = v.strictObject({
  id: mintedId,
  question: plainText(FAQ_QUESTION_MAX),
  alike: v.pipe(v.array(plainText(FAQ_QUESTION_MAX)), v.maxLength(FAQ_ALIKE_MAX)),
  answer: plainText(FAQ_ANSWER_MAX),
  isShown: v.boolean(),
  sort: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000)),
})
export type SaveFaqInput = v.InferOutput<typeof saveFaqInput>

/** One entry, by id. */
export const faqInput = v.strictObject({ id: entityId })
export type FaqInput = v.InferOutput<typeof faqInput>

/** Why a ticket was not opened; nothing has changed then. */
export type OpenTicketError =
  | TextRefused
  /** The product does not exist, or the order is not the caller's. */
  | { code: 'ABOUT_UNKNOWN'; field: 'about' }
  | { code: 'TOO_MANY_WAITING'; most: number }
  /** The id belongs to another ticket; choose a new one. */
  | { code: 'TICKET_ID_TAKEN' }

/** Operations of customers on tickets. */
export type ServiceContract = {
  'service.help': { input: HelpInput; output: HelpView; error: never }
  'tickets.open': { input: OpenTicketInput; output: TicketView; error: OpenTicketError }
  'tickets.write': {
    input: WriteTicketInput
    output: TicketView
    error: NotFound | TextRefused | TicketRefusal
  }
  'tickets.close': { input: TicketInput; output: TicketView; error: NotFound }
  'tickets.list': { input: TicketPageInput; output: Page<TicketRow>; error: never }
  'tickets.show': { input: TicketInput; output: TicketView; error: NotFound }
  'tickets.read': { input: ReadTicketInput; output: { ticketId: string }; error: never }
}

/** Operations of the staff on tickets. */
export type ServiceAdminContract = {
  'tickets.list': { input: TicketListInput; output: Page<StaffTicketRow>; error: never }
  'tickets.show': { input: TicketInput; output: StaffTicketView; error: NotFound }
  'tickets.reply': {
    input: WriteTicketInput
    output: StaffTicketView
    error: NotFound | TicketRefusal
  }
  'tickets.close': { input: TicketInput; output: StaffTicketView; error: NotFound }
  'tickets.report': { input: NoInput; output: ServiceReport; error: never }
  'faq.list': { input: NoInput; output: FaqEntry[]; error: never }
  'faq.save': {
    input: SaveFaqInput
    output: FaqEntry
    error: { code: 'TOO_MANY'; most: number; field: 'id' }
  }
  'faq.remove': { input: FaqInput; output: { id: string }; error: never }
}

declare module '@core/contract' {
  interface ShopOperations extends ServiceContract {}
  interface AdminOperations extends ServiceAdminContract {}
}
