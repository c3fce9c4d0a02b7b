import type { AdminContract } from './admin'
import type { AfterSalesContract } from './after-sales'
import type { CartContract } from './cart'
import type { CatalogContract } from './catalog'
import type { ArticlesContract } from './content'
import type { CouponsContract } from './coupons'
import type { CallError } from './errors'
import type { MembersContract } from './members'
import type { MessagesContract } from './notifications'
import type { OrdersContract } from './orders'
import type { QuestionsContract } from './questions'
import type { ReviewsContract } from './reviews'
import type { ServiceContract } from './service'

/** What both sides may say: operation name → what goes in, comes out and goes wrong. */
export type Contract = Record<string, { input: unknown; output: unknown; error: unknown }>

/** Everything a customer's phone may call. */
export type ShopContract = ServiceContract &
  MessagesContract &
  ArticlesContract &
  ReviewsContract &
  QuestionsContract &
  CatalogContract &
  CartContract &
  OrdersContract &
  MembersContract &
  AfterSalesContract &
  CouponsContract

export type { AdminContract, CallError }
