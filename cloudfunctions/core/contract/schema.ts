import type * as v from 'valibot'

/** The schema of an operation's input. */
export type InputSchema<Input> = v.GenericSchema<unknown, Input>
