/**
 * Whether two JSON values are the same, whatever the order of fields. A field that is `undefined`
 * is as good as none.
 */
export function isSameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const [one, other] = [fieldsOf(a), fieldsOf(b)]
  return one.size === other.size && [...one].every(([name, value]) => isHad(other, name, value))
}

const isHad = (fields: ReadonlyMap<string, unknown>, name: string, value: unknown): boolean =>
  fields.has(name) && isSameValue(value, fields.get(name))

const fieldsOf = (value: object): ReadonlyMap<string, unknown> =>
  new Map(Object.entries(value).filter(([, field]) => field !== undefined))
