import type * as v from 'valibot'

/** The schema that checks what goes into an operation. */
export type InputSchema<Input> = v.GenericSchema<unknown, Input>
