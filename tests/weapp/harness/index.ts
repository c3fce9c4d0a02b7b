import { type ActionCost, actionCost } from './action-cost'
import { gestures } from './gestures'
import { type RunOptions, runMiniProgram } from './mini-program'
import { pageReader } from './page-reader'
import { findAll, type Target } from './queries'
import { reportSeen } from './wx/interface'

export type { Cloud } from './cloud'
export type { RunOptions } from './mini-program'

/** Opens a built mini program for a test to read, tap and type. */
export const openMiniProgram = (options: RunOptions) => {
  const run = runMiniProgram(options)
  const { view, pages, trace } = run
  const reader = pageReader(run)
  const callHook = (name: string, ...values: unknown[]) => {
    const page = pages.top()
    return page ? pages.callHook(page, name, ...values) : undefined
  }
  return {
    ...reader,
    ...gestures(run, reader),
    run,
    trace,
    findAll: (target: Target) => findAll(view, reader.holder(), target),
    path: () => pages.top()?.path,
    /** Scrolls: what is watched is told whether it is near the screen, in the order of the page. */
    scrollTo: (isNear: (at: number, count: number) => boolean) =>
      reportSeen(run.observations, isNear),
    pullDown: () => callHook('onPullDownRefresh'),
    reachBottom: () => callHook('onReachBottom'),
    share: () => callHook('onShareAppMessage', { from: 'menu' }),
    /** Measures the cost of an action and the size of the page after it. */
    measure: async (action: () => unknown, since?: 'launch'): Promise<ActionCost> => {
      const before =
        since === 'launch'
          ? { setDataCalls: 0, calls: 0 }
          : { setDataCalls: trace.setDataCalls.length, calls: trace.calls.length }
      await action()
      await reader.idle()
      return actionCost(run, before)
    },
    /** Closes the mini program and throws the first error that occurred in it. */
    close: () => {
      run.kill()
      if (trace.errors.length > 0) throw trace.errors[0]
    },
  }
}

export type MiniProgram = ReturnType<typeof openMiniProgram>
