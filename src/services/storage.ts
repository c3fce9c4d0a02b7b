import Taro from '@tarojs/taro'

/** Reads a stored value; `null` when there is none or it cannot be read. */
export function readStored(name: string): unknown {
  try {
    const value: unknown = Taro.getStorageSync(name)
    return value === '' || value === undefined ? null : value
  } catch {
    return null
  }
}

/** Stores a value; `false` when storage refuses (full, or private browsing). */
export function writeStored(name: string, value: unknown): boolean {
  try {
    Taro.setStorageSync(name, value)
    return true
  } catch {
    return false
  }
}
