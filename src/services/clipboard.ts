import Taro from '@tarojs/taro'
import { toast } from './toast'

/** Puts a text on the phone's clipboard and says so. */
export async function copyToClipboard(text: string): Promise<void> {
  try {
    await Taro.setClipboardData({ data: text })
    toast('已复制')
  } catch {
    toast('没有复制成，长按也可以选')
  }
}
