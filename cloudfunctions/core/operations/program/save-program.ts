import type { ProgramView, SaveProgramError, SaveProgramInput } from '@core/contract/program'
import { readProgram, replaceProgram } from '@core/data/program/program'
import { fail, ok, type Result } from '@core/kernel/result'
import { type AnyAreaSettings, settingErrors } from '@core/kernel/settings'
import type { Context } from '@core/operations/context'
import { versionedSave } from '@core/operations/versioned-save'
import { programView } from './show-program'

/**
 * Puts a programme in force as a whole, and keeps the one before. Workers that have just read the
 * old one use it for some seconds more.
 */
export async function saveProgram(
  ctx: Context,
  { version, values }: SaveProgramInput,
  areas: readonly AnyAreaSettings[],
): Promise<Result<ProgramView, SaveProgramError>> {
  const errors = settingErrors(areas, values)
  if (errors.length > 0) return fail({ code: 'PROGRAM_WRONG', errors })
  return ctx.db.transact(async (transaction): Promise<Result<ProgramView, SaveProgramError>> => {
    const before = await readProgram(transaction)
    const stored = before && { version: before.version, value: before.values }
    const save = versionedSave(stored, { version, value: values })
    if (before && save === 'REPEATED') return ok(programView(before, areas))
    if (save !== 'NEW') return fail({ code: 'VERSION_CONFLICT', version: before?.version ?? 0 })
    const next = { at: ctx.now, by: ctx.openid, values }
    return ok(programView(await replaceProgram(transaction, before, next), areas))
  })
}
