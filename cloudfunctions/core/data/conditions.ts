/** A condition as the SDK takes it: field paths to values or commands. */
export type Conditions = Record<string, unknown>

/**
 * Throws when a condition is `undefined` anywhere: the SDK would silently drop it and the query
 * would match too much (@cloudbase/database 1.4.3). Throws for an empty condition as well.
 */
export function checked(conditions: Conditions): Conditions {
  if (Object.keys(conditions).length === 0) throw new Error('a query needs a condition')
  for (const [path, value] of Object.entries(conditions)) refuseUndefined(path, value)
  return conditions
}

function refuseUndefined(path: string, value: unknown): void {
  if (value === undefined) throw new Error(`the condition on ${path} is undefined`)
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    if (inner === undefined) throw new Error(`the condition on ${path}.${key} is undefined`)
  }
}
