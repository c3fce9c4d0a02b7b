import Taro from '@tarojs/taro'

/** Says a short thing that passes by itself. */
export function toast(words: string): void {
  void Taro.showToast({ title: words, icon: 'none', duration: 2_000 })
}
