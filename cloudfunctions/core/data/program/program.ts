import type { Database } from '@core/data/database'
import type { Stored } from '@core/data/documents'
import type { Transaction } from '@core/data/transaction'
import { replaceVersion, type Version } from '@core/data/versions'
import { fail, ok, type Result } from '@core/kernel/result'
import {
  type AnyAreaSettings,
  defaultsOf,
  type Program,
  settingErrors,
} from '@core/kernel/settings'

/** The settings document of the programme in force. */
const PROGRAM_ID = 'program'

/** Raise it when stored values change their meaning, and bring older values up to it on read. */
const FORMAT = 1

/** One version of the programme as it was saved. */
export type SavedProgram = Version & {
  id: string
  /** What the values mean: a release does not use those of a later format. */
  format: number
  values: Readonly<Record<string, unknown>>
}

/** The programme that was saved last; `null` when none ever was. */
export async function readProgram(from: Database | Transaction): Promise<SavedProgram | null> {
  const document = await from.get('settings', PROGRAM_ID)
  if (!document) return null
  const { _id: id, ...saved } = document as Stored<SavedProgram>
  return { id, ...saved }
}

/** Why a stored programme cannot be in force; `fields` are those out of bounds. */
export type UnusableProgram = {
  code: 'NEWER_FORMAT' | 'INVALID'
  version: number
  fields: readonly string[]
}

/**
 * The programme that a stored one puts in force. Settings that were added since have their
 * defaults, those that were removed are left out; the rest is taken as a whole or not at all.
 */
export function programOf(
  saved: SavedProgram | null,
  areas: readonly AnyAreaSettings[],
): Result<Program, UnusableProgram> {
  const defaults = defaultsOf(areas)
  if (!saved) return ok(defaults)
  const { version, format, values } = saved
  if (format > FORMAT) return fail({ code: 'NEWER_FORMAT', version, fields: [] })
  const known = Object.entries(values ?? {}).filter(([name]) => name in defaults)
  const program = { ...defaults, ...Object.fromEntries(known) }
  const fields = settingErrors(areas, program).map(({ field }) => field)
  return fields.length === 0 ? ok(program) : fail({ code: 'INVALID', version, fields })
}

/** Puts a programme in force and keeps the one before as `program:<version>`. */
export async function replaceProgram(
  transaction: Transaction,
  before: SavedProgram | null,
  next: Pick<SavedProgram, 'at' | 'by' | 'values'>,
): Promise<SavedProgram> {
  const saved = await replaceVersion<Omit<SavedProgram, 'id'>>(transaction, PROGRAM_ID, {
    before: before && withoutId(before),
    next: { format: FORMAT, ...next },
  })
  return { ...saved, id: PROGRAM_ID }
}

const withoutId = ({ id: _id, ...saved }: SavedProgram): Omit<SavedProgram, 'id'> => saved
