/** The rows with one of them changed. */
export const withRow = <T>(rows: readonly T[], at: number, row: T): T[] =>
  rows.map((one, place) => (place === at ? row : one))

/** The rows without one of them. */
export const withoutRow = <T>(rows: readonly T[], at: number): T[] =>
  rows.filter((_, place) => place !== at)

/** The rows with one of them moved a place up. */
export const raised = <T>(rows: readonly T[], at: number): T[] => {
  const row = rows[at]
  if (at <= 0 || row === undefined) return [...rows]
  const rest = withoutRow(rows, at)
  return [...rest.slice(0, at - 1), row, ...rest.slice(at - 1)]
}
