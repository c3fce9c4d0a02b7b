import type { MovementKind, MovementReason } from '@core/domain/stock/stock'

/** Names of the stock movements. */
export const MOVEMENT_COPY = {
  open: '建档入库',
  restock: '入库',
  adjust: '盘点调整',
  sale: '卖出',
  return: '退货入库',
  exchange: '换货寄出',
} as const satisfies Record<MovementKind, string>

/** Names of the reasons for a manual stock movement. */
export const MOVEMENT_REASON_COPY = {
  purchase: '采购到货',
  production: '自产完成',
  transfer: '别处调来',
  counted: '盘点差异',
  damaged: '破损',
  expired: '过期',
  lost: '丢失',
  used: '自用或试吃',
  other: '其他',
} as const satisfies Record<MovementReason, string>

/** A signed quantity: `+12`, `−3`. */
export const signedQuantity = (quantity: number): string =>
  quantity < 0 ? `−${-quantity}` : `+${quantity}`
