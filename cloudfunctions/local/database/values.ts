/**
 * What a document may hold in the local cloud: JSON plus dates. Regular expressions appear in
 * conditions only.
 */
export type Value = null | boolean | number | string | Date | RegExp | Value[] | Document

/** A document, or any part of one: a condition, an update, a projection. */
export type Document = { [field: string]: Value }

/** True for a plain object: neither an array nor one of the scalar objects. */
export function isDocument(value: Value | undefined): value is Document {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Date) &&
    !(value instanceof RegExp)
  )
}

/** True for an object whose keys are operators, such as `{ $gte: 3, $lt: 5 }`. */
export function isOperators(value: Value | undefined): value is Document {
  return isDocument(value) && Object.keys(value)[0]?.startsWith('$') === true
}
