import { isSameValue } from '@core/kernel/same-value'

/** What is stored, or would be: a whole under a version that every save increments. */
export type Versioned = { version: number; value: unknown }

/**
 * What a save of a whole meets. `REPEATED`: this very save was done already and its answer was
 * lost, so that what is stored is the answer; `STALE`: another save came first.
 *
 * @param base the version that the save replaces, 0 for none, and what it saves
 */
export function versionedSave(
  stored: Versioned | null,
  base: Versioned,
): 'NEW' | 'REPEATED' | 'STALE' {
  const current = stored?.version ?? 0
  if (current === base.version) return 'NEW'
  const isNext = current === base.version + 1
  return isNext && isSameValue(stored?.value, base.value) ? 'REPEATED' : 'STALE'
}
