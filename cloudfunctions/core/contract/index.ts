import type { AdminContract } from './admin'
import type { CartContract } from './cart'
import type { CatalogContract } from './catalog'
import type { CallError } from './errors'
import type { MembersContract } from './members'
import type { OrdersContract } from './orders'
import type { QuestionsContract } from './questions'
import type { ReviewsContract } from './reviews'

/** What both sides may say: operation name → what goes in, comes out and goes wrong. */
export type Contract = Record<string, { input: unknown; output: unknown; error: unknown }>

/** Everything a customer's phone may call. */
export type ShopContract = ReviewsContract & QuestionsContract & CatalogContract & CartContract & OrdersContract & MembersContract

export type { AdminContract, CallError }
