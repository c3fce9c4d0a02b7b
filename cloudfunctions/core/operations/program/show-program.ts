import type { ProgramView } from '@core/contract/program'
import { programOf, readProgram, type SavedProgram } from '@core/data/program/program'
import { ok, type Result } from '@core/kernel/result'
import { type AnyAreaSettings, defaultsOf } from '@core/kernel/settings'
import type { Context } from '@core/operations/context'

type Areas = readonly AnyAreaSettings[]

/** The programme as it was saved last, with the defaults of what was added since. */
export async function showProgram(ctx: Context, areas: Areas): Promise<Result<ProgramView, never>> {
  return ok(programView(await readProgram(ctx.db), areas))
}

/** One that cannot be used shows the defaults under its version, so that it can be replaced. */
export function programView(saved: SavedProgram | null, areas: Areas): ProgramView {
  const usable = programOf(saved, areas)
  const values = usable.ok ? usable.value : defaultsOf(areas)
  return { version: saved?.version ?? 0, at: saved?.at ?? null, by: saved?.by ?? null, values }
}
