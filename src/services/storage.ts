import Taro from '@tarojs/taro'

/** Reads what the phone keeps under a name; `null` when there is nothing or it cannot be read. */
export function readStored(name: string): unknown {
  try {
    const value: unknown = Taro.getStorageSync(name)
    return value === '' || value === undefined ? null : value
  } catch {
    return null
  }
}

/** Keeps a value on the phone; `false` when the phone refuses (full, or private browsing). */
export function writeStored(name: string, value: unknown): boolean {
  try {
    Taro.setStorageSync(name, value)
    return true
  } catch {
    return false
  }
}
