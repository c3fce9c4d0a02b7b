import { readStored, writeStored } from './storage'

const NAME = 'category'

/** The category of the product that was saved last on this phone; empty when there is none. */
export function lastCategory(): string {
  const stored = readStored(NAME)
  return typeof stored === 'string' ? stored : ''
}

/** Remembers the category of a product that was saved. */
export const rememberCategory = (categoryId: string): boolean => writeStored(NAME, categoryId)
