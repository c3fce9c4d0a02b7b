/**
 * A record cut into its cells, or why it cannot be: its last quote is open, or text follows one.
 */
export type CutResult = { kind: 'cells'; cells: string[] } | { kind: 'open' } | { kind: 'stray' }

/**
 * Cuts a record of CSV (RFC 4180) at `delimiter`. A quote opens only at the beginning of a cell;
 * within quotes a doubled quote is one.
 */
export function cutRecord(text: string, delimiter: string): CutResult {
  if (!text.includes('"')) return { kind: 'cells', cells: text.split(delimiter) }
  const cells: string[] = []
  for (let at = 0; ; ) {
    const cell = text[at] === '"' ? quotedCell(text, at + 1) : plainCell(text, at, delimiter)
    if (cell === null) return { kind: 'open' }
    cells.push(cell.value)
    if (cell.end === text.length) return { kind: 'cells', cells }
    if (text[cell.end] !== delimiter) return { kind: 'stray' }
    at = cell.end + 1
  }
}

type Cell = { value: string; end: number }

function plainCell(text: string, start: number, delimiter: string): Cell {
  const found = text.indexOf(delimiter, start)
  const end = found === -1 ? text.length : found
  return { value: text.slice(start, end), end }
}

/** The cell whose opening quote is just before `start`; `null` when it does not close. */
function quotedCell(text: string, start: number): Cell | null {
  for (let from = start; ; ) {
    const quote = text.indexOf('"', from)
    if (quote === -1) return null
    if (text[quote + 1] !== '"') {
      return { value: text.slice(start, quote).replaceAll('""', '"'), end: quote + 1 }
    }
    from = quote + 2
  }
}
