import type { Fen } from '@core/kernel/money'

/** Orders paid in a stretch of time, and what they came to. */
export type Takings = { orders: number; fen: Fen }

/** Refunds that have been agreed to and have not arrived, and what they come to. */
export type RefundsUnderWay = { refunds: number; fen: Fen }
