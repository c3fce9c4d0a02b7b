import type { RunningMiniProgram } from './mini-program'
import { treeSize } from './rendered'

/** What an action costs, in the numbers of the budgets. */
export type ActionCost = {
  setDataCalls: number
  /** All bytes that crossed, and those of the largest crossing. */
  setDataBytes: number
  setDataBytesMax: number
  cloudCalls: readonly string[]
  nodes: number
  depth: number
}

/** Sums up what a running mini program did since a moment. */
export const actionCost = (run: RunningMiniProgram, since: { crossings: number; calls: number }): ActionCost => {
  const sizes = run.trace.setDataCalls.slice(since.crossings).map(({ bytes }) => bytes)
  const holder = run.pages.top()?.view.holder
  return {
    setDataCalls: sizes.length,
    setDataBytes: sizes.reduce((sum, bytes) => sum + bytes, 0),
    setDataBytesMax: Math.max(0, ...sizes),
    cloudCalls: run.trace.calls.slice(since.calls).map(({ operation }) => operation),
    ...(holder ? treeSize(run.view, holder) : { nodes: 0, depth: 0 }),
  }
}
