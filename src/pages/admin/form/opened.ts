import { useRouter } from '@tarojs/taro'

/** What an editor opens with: what is stored under `id`, a new one like `copy`, or a new one. */
export type Opened = { id: string; copy: string }

/** Reads it from the page's address. */
export function useOpened(): Opened {
  const { id = '', copy = '' } = useRouter().params
  return { id, copy }
}
