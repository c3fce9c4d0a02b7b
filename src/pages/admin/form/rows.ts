export const replaceRow = <T>(rows: readonly T[], at: number, row: T): T[] =>
  rows.map((one, place) => (place === at ? row : one))

export const removeRow = <T>(rows: readonly T[], at: number): T[] =>
  rows.filter((_, place) => place !== at)

/** Puts the row at one place into another; places beyond the ends are the ends. */
export function moveRow<T>(rows: readonly T[], from: number, to: number): T[] {
  const row = rows[from]
  if (row === undefined) return [...rows]
  const rest = removeRow(rows, from)
  const place = Math.min(Math.max(to, 0), rest.length)
  return [...rest.slice(0, place), row, ...rest.slice(place)]
}

/** Moves a row one place up; the first stays. */
export const moveRowUp = <T>(rows: readonly T[], at: number): T[] => moveRow(rows, at, at - 1)
