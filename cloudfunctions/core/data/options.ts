import type { Upcasts } from './schemas'
import type { Specs } from './sizes'
import type { Written } from './transaction'

/** Called beside every write; never rejects. */
export type NoteWrite = (written: Written) => Promise<void>

/** How documents are read and written, by collection. */
export type DatabaseOptions = {
  upcasts?: Upcasts
  specs?: Specs
  noteWrite?: NoteWrite
}

/**
 * What every write of an invocation waits for; rejects when the caller may not write. `null` when
 * there is nothing (more) to wait for.
 */
export type Admission = () => Promise<void> | null

/** Ends an index walk before the stages that follow it. */
type LimitStage = readonly [stage: 'limit', most: number]

/** The aggregate stages in use. */
export type Stage =
  | readonly [stage: 'match' | 'group' | 'sort' | 'project', body: unknown]
  | LimitStage

/** How many rows an aggregate may answer, and how many bytes of JSON the largest of them has. */
export type Rows = { limit: number; rowBytes: number }
