import type { ShownProgram } from '@core/contract/program'
import type { Context } from '@core/operations/context'

/** What phones show of the programme in force. */
export const shownProgram = ({ program }: Context): ShownProgram => ({
  pointsPerYuan: program.pointsPerYuan,
  growthPerYuan: program.growthPerYuan,
  tiers: program.tiers,
  serviceFromHour: program.serviceFromHour,
  serviceToHour: program.serviceToHour,
})
