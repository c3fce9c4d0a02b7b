import type { Scope } from '../expressions/language'
import type { Document } from '../values'

/** What the stages of one pipeline share. */
export type Context = {
  /** All documents of another collection, for `$lookup`. */
  resolve: (collection: string) => Document[]
  /** The variables of the `$lookup` around the pipeline. */
  variables: Scope['variables']
}

/** One stage, read and checked. */
export type Step = (documents: Document[], context: Context) => Document[]
