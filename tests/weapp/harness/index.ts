import { pageReader } from './page-reader'
import { findAll, type Target } from './queries'
import { gestures } from './gestures'
import { type ActionCost, actionCost } from './action-cost'
import { type RunOptions, runMiniProgram } from './mini-program'

export type { Cloud } from './cloud'
export type { RunOptions } from './mini-program'

/** Opens a built mini program and hands it to a person: what they see, tap and type. */
export const openMiniProgram = (options: RunOptions) => {
  const run = runMiniProgram(options)
  const { view, pages, trace } = run
  const eyes = pageReader(run)
  const tell = (name: string, ...values: unknown[]) => {
    const page = pages.top()
    return page ? pages.tell(page, name, ...values) : undefined
  }
  return {
    ...eyes,
    ...gestures(run, eyes),
    run,
    trace,
    findAll: (target: Target) => findAll(view, eyes.holder(), target),
    path: () => pages.top()?.path,
    pullDown: () => tell('onPullDownRefresh'),
    reachBottom: () => tell('onReachBottom'),
    share: () => tell('onShareAppMessage', { from: 'menu' }),
    /** What an action costs, and the size of the page after it. */
    measure: async (action: () => unknown, since?: 'launch'): Promise<ActionCost> => {
      const before =
        since === 'launch'
          ? { crossings: 0, calls: 0 }
          : { crossings: trace.setDataCalls.length, calls: trace.calls.length }
      await action()
      await eyes.idle()
      return actionCost(run, before)
    },
    /** Ends the mini program and throws the first thing that went wrong in it. */
    close: () => {
      run.kill()
      if (trace.errors.length > 0) throw trace.errors[0]
    },
  }
}

export type MiniProgram = ReturnType<typeof openMiniProgram>
