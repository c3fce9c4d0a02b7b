import Taro from '@tarojs/taro'
import { notice } from './toast'

/** Puts a text on the phone's clipboard and says so. */
export async function copy(text: string): Promise<void> {
  try {
    await Taro.setClipboardData({ data: text })
    notice('已复制')
  } catch {
    notice('没有复制成，长按也可以选')
  }
}
