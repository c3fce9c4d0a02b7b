import Taro from '@tarojs/taro'
import { IN_WECHAT } from './build'
import { sayRefusal } from './refusal'

/** Whether the phone can scan. */
export const CAN_SCAN = IN_WECHAT

/** Scans the bar code of a label, or a picture of one; `null`, and says why, when it did not. */
export async function scanLabel(): Promise<string | null> {
  try {
    const { result } = await Taro.scanCode({ scanType: ['barCode', 'qrCode'] })
    return result
  } catch (error) {
    sayRefusal('scanCode', error)
    return null
  }
}
