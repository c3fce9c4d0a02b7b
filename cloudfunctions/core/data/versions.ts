import type { Instant } from '@core/kernel/calendar'
import type { Transaction } from './transaction'

/** Who saved a version of a settings document, and when. */
export type Version = {
  /** Counts the saves from 1; a shop that has saved nothing is at 0. */
  version: number
  at: Instant
  /** The WeChat identity of the owner who saved it. */
  by: string | null
}

type Replacement<T extends Version> = { before: T | null; next: Omit<T, 'version'> }

/** Replaces a settings document by its next version; keeps the one before as `<id>:<version>`. */
export async function replaceVersion<T extends Version>(
  transaction: Transaction,
  id: string,
  { before, next }: Replacement<T>,
): Promise<T> {
  if (before) await transaction.put('settings', { ...before, _id: `${id}:${before.version}` })
  const saved = { ...next, version: (before?.version ?? 0) + 1 } as T
  await transaction.put('settings', { ...saved, _id: id })
  return saved
}
