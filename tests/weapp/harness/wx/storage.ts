import { ApiError, type MakeApi } from './api'

/** The storage of one mini program on a phone: key → JSON. Outlives the mini program. */
export type Storage = Map<string, string>

/** Limits of the platform (WeChat docs, framework): 1 MB a key, 10 MB in all. */
const KEY_BYTES_MAX = 1024 * 1024
const ALL_BYTES_MAX = 10 * KEY_BYTES_MAX

const sizeOf = (storage: Storage) =>
  [...storage].reduce((sum, [key, value]) => sum + key.length + value.length, 0)

const write = (storage: Storage, key: string, data: unknown) => {
  const value = JSON.stringify(data) ?? 'null'
  if (value.length > KEY_BYTES_MAX) throw new ApiError('entry size limit reached')
  if (sizeOf(storage) + value.length > ALL_BYTES_MAX) throw new ApiError('storage limit reached')
  storage.set(key, value)
}

/** `wx.getStorage` and related calls, asynchronous and synchronous. */
export const storageApis = (
  storage: Storage,
  { api, copy }: { api: MakeApi; copy<T>(value: T): T },
) => {
  const read = (key: string): unknown => JSON.parse(storage.get(key) ?? '""')
  const info = () => ({
    keys: [...storage.keys()],
    currentSize: Math.ceil(sizeOf(storage) / 1024),
    limitSize: ALL_BYTES_MAX / 1024,
  })
  return {
    getStorage: api('getStorage', ({ key }: { key: string }) => {
      if (!storage.has(key)) throw new ApiError('data not found')
      return { data: read(key) }
    }),
    setStorage: api('setStorage', ({ key, data }: { key: string; data: unknown }) =>
      write(storage, key, data),
    ),
    removeStorage: api('removeStorage', ({ key }: { key: string }) => {
      storage.delete(key)
    }),
    clearStorage: api('clearStorage', () => storage.clear()),
    getStorageInfo: api('getStorageInfo', info),
    // A missing key reads as an empty string.
    getStorageSync: (key: string) => copy(read(key)),
    setStorageSync: (key: string, data: unknown) => write(storage, key, data),
    removeStorageSync: (key: string) => void storage.delete(key),
    clearStorageSync: () => storage.clear(),
    getStorageInfoSync: () => copy(info()),
  }
}
