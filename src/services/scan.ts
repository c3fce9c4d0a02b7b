import Taro from '@tarojs/taro'
import { IN_WECHAT } from './build'

/** Whether the phone can scan. */
export const CAN_SCAN = IN_WECHAT

/** A scanned text; `CANCELLED` by the person, `FAILED` without a camera or permission to use it. */
export type Scan = { text: string } | 'CANCELLED' | 'FAILED'

/** Scans the bar code of a label, or a picture of one. */
export async function scanLabel(): Promise<Scan> {
  try {
    const { result } = await Taro.scanCode({ scanType: ['barCode', 'qrCode'] })
    return { text: result }
  } catch (error) {
    return /cancel/i.test(reasonOf(error)) ? 'CANCELLED' : 'FAILED'
  }
}

const reasonOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'errMsg' in error ? String(error.errMsg) : ''
