import Taro from '@tarojs/taro'

/** Shows a short message for two seconds. */
export function toast(text: string): void {
  void Taro.showToast({ title: text, icon: 'none', duration: 2_000 })
}
