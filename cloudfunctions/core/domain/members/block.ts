import type { Instant } from '@core/kernel/calendar'

/** What blocks a customer: why, since when and until when (`null`: for good), and by whom. */
export type Block = { reason: string; at: Instant; until: Instant | null; by: string }

/** Days for which a customer can be blocked, if it is not for good. */
export const BLOCK_DAYS = [7, 30] as const
/** How long a block holds; `null`: for good. */
export type BlockDays = (typeof BLOCK_DAYS)[number] | null

/** The block that is in force at a moment; `null` when there is none, or it has ended. */
export const blockAt = (block: Block | null | undefined, at: Instant): Block | null =>
  block && (block.until === null || block.until > at) ? block : null
