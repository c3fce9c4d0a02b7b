/** One measured number; without `max` (or `min`) it has no budget and is only printed. */
export type Row = {
  name: string
  value: number
  unit:
    | 'KB'
    | 'ms'
    | 's'
    | 'MB'
    | '×'
    | 'calls'
    | 'rounds'
    | 'nodes'
    | 'levels'
    | '/s'
    | 'pieces'
    | 'orders'
    | 'times'
    | 'taps'
    | 'documents'
    | 'of 1'
  max?: number
  min?: number
}

/** Rows, and figures that `--json` prints under their own names. */
export type Findings = { rows: Row[]; figures: Record<string, unknown> }

/** A benchmark, chosen by name: `npm run bench -- sizes orders`. */
export type Bench = {
  name: string
  run: (say: (text: string) => void) => Promise<Row[] | Findings>
}

/** True when the number is within its budget, or has none. */
export const isKept = ({ value, max = Infinity, min = -Infinity }: Row): boolean =>
  value <= max && value >= min

const shown = (value: number) =>
  Number.isInteger(value) ? String(value) : value.toFixed(value < 10 ? 2 : 1)

const budgetOf = ({ max, min, unit }: Row) => {
  if (max !== undefined) return `≤ ${shown(max)} ${unit}`
  return min === undefined ? '' : `≥ ${shown(min)} ${unit}`
}

/** The rows as a table for people: name, measured, budget, and whether it is kept. */
export const tableOf = (rows: readonly Row[]): string => {
  const cells = rows.map((row) => [
    row.name,
    `${shown(row.value)} ${row.unit}`,
    budgetOf(row),
    budgetOf(row) === '' ? '' : isKept(row) ? 'ok' : 'OVER',
  ])
  const all = [['what', 'measured', 'budget', ''], ...cells]
  const widths = [0, 1, 2, 3].map((at) => Math.max(...all.map((line) => (line[at] ?? '').length)))
  return all
    .map((line) =>
      line
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** The median of some numbers. */
export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? 0
