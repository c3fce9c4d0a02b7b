import { noInput } from '@core/contract/primitives'
import { type ProgramAdminContract, saveProgramInput } from '@core/contract/program'
import { PROGRAM_COLLECTIONS } from '@core/data/program/collections'
import { type Area, staffOperations } from '@core/operations/area'
import type { App } from '@core/operations/join-areas'
import { saveProgram } from './save-program'
import { showProgram } from './show-program'

/** What only an owner may do: the settings of all areas. */
export const programArea = (app: () => App): Area => ({
  name: 'program',
  admin: staffOperations<ProgramAdminContract>({
    'program.show': {
      input: noInput,
      run: (ctx) => showProgram(ctx, app().settings),
      roles: [],
    },
    'program.save': {
      input: saveProgramInput,
      run: (ctx, input) => saveProgram(ctx, input, app().settings),
      roles: [],
    },
  }),
  collections: PROGRAM_COLLECTIONS,
})
