/** Levels of lists and objects in a request; the deepest that the shop knows has a dozen. */
export const JSON_DEPTH_MAX = 32

const isContainer = (value: unknown): value is object => typeof value === 'object' && value !== null

/**
 * Whether a JSON value has more than `max` levels of lists and objects. Level by level and not
 * recursively: what is asked here protects what follows from overflowing the stack.
 */
export function isDeeperThan(value: unknown, max: number): boolean {
  let containers = [value].filter(isContainer)
  for (let level = 1; containers.length > 0; level += 1) {
    if (level > max) return true
    containers = containers.flatMap((one) => (Object.values(one) as unknown[]).filter(isContainer))
  }
  return false
}
