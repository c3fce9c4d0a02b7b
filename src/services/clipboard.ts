import Taro from '@tarojs/taro'
import { sayRefusal } from './refusal'
import { toast } from './toast'

/** Copies a text to the clipboard; a toast says whether that worked. */
export async function copyToClipboard(text: string): Promise<void> {
  try {
    await Taro.setClipboardData({ data: text })
    toast('已复制')
  } catch (failure) {
    sayRefusal('setClipboardData', failure)
  }
}
