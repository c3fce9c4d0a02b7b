export const replaceRow = <T>(rows: readonly T[], at: number, row: T): T[] =>
  rows.map((one, place) => (place === at ? row : one))

export const removeRow = <T>(rows: readonly T[], at: number): T[] =>
  rows.filter((_, place) => place !== at)

/** Moves a row one place up; the first stays. */
export const moveRowUp = <T>(rows: readonly T[], at: number): T[] => {
  const row = rows[at]
  if (at <= 0 || row === undefined) return [...rows]
  const rest = removeRow(rows, at)
  return [...rest.slice(0, at - 1), row, ...rest.slice(at - 1)]
}
