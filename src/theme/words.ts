import { dayOf, daysBetween } from '@core/domain/calendar'
import { formatFen, type Fen } from '@core/domain/money'
import type { NextStep, OrderState } from '@core/domain/order'
import type { Tier } from '@core/domain/tier'
import { now } from '@/services/clock'

/** The shop's name, as customers know it. */
export const SHOP_NAME = '山野小铺'

/** `6460` → `¥64.60`. */
export const yuan = (fen: Fen): string =>
  fen < 0 ? `−¥${formatFen(-fen)}` : `¥${formatFen(fen)}`

/** A round sum as people say it: `9900` → `¥99`; with fen when there are any. */
export const roundYuan = (fen: Fen): string => `¥${formatFen(fen).replace(/\.00$/, '')}`

/** The names of the tiers. */
export const TIER_NAMES: Record<Tier, string> = {
  basic: '普通',
  silver: '银卡',
  gold: '金卡',
  black: '黑金',
}

/** The names of an order's states. */
export const ORDER_STATE_NAMES: Record<OrderState, string> = {
  awaitingPayment: '待付款',
  paid: '待发货',
  shipped: '待收货',
  received: '已完成',
  closed: '已关闭',
}

/** What happens next with an order, in one sentence. */
export const NEXT_STEP_WORDS: Record<NextStep, string> = {
  PAY: '付款后我们就开始备货',
  WAIT_FOR_SHIPPING: '我们正在备货，发出后会告诉你单号',
  CONFIRM_RECEIPT: '收到后请确认收货，积分随即到账',
  BUY_AGAIN: '喜欢的话，可以再来一单',
}

/** A moment as people say it: 今天 14:05 · 昨天 · 3 月 14 日 · 2025 年 3 月 14 日. */
export function sayDay(at: number): string {
  const today = dayOf(now())
  const day = dayOf(at)
  const ago = daysBetween(day, today)
  if (ago === 0) return `今天 ${sayTime(at)}`
  if (ago === 1) return `昨天 ${sayTime(at)}`
  return sayDate(day)
}

/** A day `YYYY-MM-DD` as people say it; the year only when it is not this one. */
export function sayDate(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-')
  const words = `${Number(month)} 月 ${Number(date)} 日`
  return dayOf(now()).startsWith(year) ? words : `${year} 年 ${words}`
}

/** The time of day in Shanghai: 14:05. */
export function sayTime(at: number): string {
  const minutes = Math.floor(at / 60_000) + 8 * 60
  const inDay = ((minutes % 1440) + 1440) % 1440
  return `${pad(Math.floor(inDay / 60))}:${pad(inDay % 60)}`
}

/** The time left until a moment: 28 分钟 · 3 天 2 小时; `''` once it is over. */
export function sayLeft(until: number): string {
  const minutes = Math.ceil((until - now()) / 60_000)
  if (minutes <= 0) return ''
  if (minutes < 60) return `${minutes} 分钟`
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return minutes % 60 > 0 ? `${hours} 小时 ${minutes % 60} 分钟` : `${hours} 小时`
  const days = Math.floor(hours / 24)
  return hours % 24 > 0 ? `${days} 天 ${hours % 24} 小时` : `${days} 天`
}

/** A count with its thousands apart: 1,204. */
export const sayCount = (count: number): string =>
  String(count).replace(/\B(?=(\d{3})+(?!\d))/g, ',')

const pad = (value: number) => String(value).padStart(2, '0')
