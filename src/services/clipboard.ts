import Taro from '@tarojs/taro'
import { toast } from './toast'

/** Copies a text to the clipboard and shows a toast. */
export async function copyToClipboard(text: string): Promise<void> {
  try {
    await Taro.setClipboardData({ data: text })
    toast('已复制')
  } catch {
    toast('没有复制成，长按也可以选')
  }
}
