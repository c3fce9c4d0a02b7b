import type { Instant } from '@core/kernel/calendar'
import type { Program, SettingError } from '@core/kernel/settings'
import * as v from 'valibot'
import { integer, type NoInput, note } from './primitives'

/** Settings that one programme may have: far above what all areas declare. */
const SETTINGS_MAX = 500
/** Rows of one list, and cells of one row. */
const ROWS_MAX = 50

const name = v.pipe(v.string(), v.regex(/^[A-Za-z]{1,40}$/))
const row = v.record(name, v.union([v.number(), note(40)]))
const rows = v.pipe(v.array(row), v.maxLength(ROWS_MAX), v.readonly())

/**
 * Every setting by name. Which settings there are and what each may be is for the areas to say, so
 * that all that is wrong is answered at once, by field.
 */
const values = v.pipe(v.record(name, v.union([v.number(), rows])), v.maxEntries(SETTINGS_MAX))

/** The whole programme, and the version that it takes the place of. */
export const saveProgramInput = v.strictObject({
  version: integer(0, Number.MAX_SAFE_INTEGER),
  values,
})
export type SaveProgramInput = v.InferOutput<typeof saveProgramInput>

/** What phones show of the programme; they have no default of their own. */
export type ShownProgram = Pick<
  Program,
  'pointsPerYuan' | 'growthPerYuan' | 'tiers' | 'serviceFromHour' | 'serviceToHour'
>

/** The programme in force. Version 0 are the defaults, which nobody saved. */
export type ProgramView = {
  version: number
  at: Instant | null
  by: string | null
  values: Program
}

/** Why a programme was not saved. */
export type SaveProgramError =
  | { code: 'PROGRAM_WRONG'; errors: SettingError[] }
  /** Another owner saved meanwhile; `version` is the one in force. */
  | { code: 'VERSION_CONFLICT'; version: number }

/** What the owner may do with the programme. */
export type ProgramAdminContract = {
  'program.show': { input: NoInput; output: ProgramView; error: never }
  'program.save': { input: SaveProgramInput; output: ProgramView; error: SaveProgramError }
}

declare module '@core/contract' {
  interface AdminOperations extends ProgramAdminContract {}
}
