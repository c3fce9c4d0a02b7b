import { APP } from '@core/operations/app'
import { sweepMembers } from '@core/operations/lifecycle/sweep-members'
import { onTimer } from '@core/runtime/timer'

/** Every night, and again while a night's work is unfinished: reviews who is due. */
export const main = onTimer('sweep-members', APP, (ctx) => sweepMembers(ctx, Date.now))
