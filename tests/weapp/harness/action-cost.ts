import type { RunningMiniProgram } from './mini-program'
import { treeSize } from './rendered'

/** The cost of an action, in the units of the budgets. */
export type ActionCost = {
  setDataCalls: number
  /** Bytes of all setData calls, and of the largest one. */
  setDataBytes: number
  setDataBytesMax: number
  cloudCalls: readonly string[]
  nodes: number
  depth: number
}

/** The cost of everything a mini program did since the given counts. */
export const actionCost = (
  run: RunningMiniProgram,
  since: { setDataCalls: number; calls: number },
): ActionCost => {
  const sizes = run.trace.setDataCalls.slice(since.setDataCalls).map(({ bytes }) => bytes)
  const holder = run.pages.top()?.view.holder
  return {
    setDataCalls: sizes.length,
    setDataBytes: sizes.reduce((sum, bytes) => sum + bytes, 0),
    setDataBytesMax: Math.max(0, ...sizes),
    cloudCalls: run.trace.calls.slice(since.calls).map(({ operation }) => operation),
    ...(holder ? treeSize(run.view, holder) : { nodes: 0, depth: 0 }),
  }
}
