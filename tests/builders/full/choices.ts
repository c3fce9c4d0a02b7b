import { PRODUCTS } from '../shop'
import { orderId, skuId } from './words'

export const line = { skuId: skuId(0), quantity: 1 }
export const consent = {
  version: '2026-11-01',
  purposes: ['membership' as const, 'insight' as const],
}
export const NAMES = { name: '满', picture: 'honey-pot', sort: 1, parentId: null }
export const review = (at: number) => `${orderId(at)}:${skuId(0)}~abcdefgabcdefg`
export const parcel = { carrier: '顺丰速运', trackingNumber: 'SF1234567890' }
export const pieces = [{ key: `${skuId(0)}~abcdefgabcdefg`, quantity: 1 }]
export const picked = (at: number) => ({ orderId: orderId(at), lines: pieces })
export const day = '2026-02-01'
export const PRODUCT = PRODUCTS[0]!
