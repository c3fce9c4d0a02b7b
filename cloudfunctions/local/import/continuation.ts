import { cellText } from '@core/domain/imports/cell'
import type { RawRow } from '@core/domain/imports/row'

/**
 * Fills the cells that are blank on all lines of an order but the first, as merged cells are when
 * a spreadsheet is saved as CSV: order number, customer, time and state.
 */
export class Continuation {
  private head: RawRow | null = null

  /** The row with what the line above says; a row that does not continue it begins an order. */
  fill(row: RawRow): RawRow {
    const head = this.head
    if (!head || !continues(row, head)) {
      this.head = isBlank(row.invoice) ? null : row
      return row
    }
    return {
      ...row,
      invoice: head.invoice,
      customer: head.customer,
      at: isBlank(row.at) ? head.at : row.at,
      state: isBlank(row.state ?? '') ? head.state : row.state,
    }
  }

  /** A line that cannot be read, or a sum: what follows does not continue the line before it. */
  interrupt(): void {
    this.head = null
  }
}

const isBlank = (text: string): boolean => text === '' || cellText(text) === ''

/** Whether a cell is left blank, or says once more what the first line says. */
const isBlankOrSame = (cell: string, above: string): boolean =>
  isBlank(cell) || cellText(cell) === cellText(above)

function continues(row: RawRow, head: RawRow): boolean {
  const hasBlank = isBlank(row.invoice) || isBlank(row.customer) || isBlank(row.at)
  if (!hasBlank || isBlank(row.sku)) return false
  // An order has one customer, so a blank one beside the same number is the customer above.
  if (!isBlank(row.invoice) && cellText(row.invoice) !== cellText(head.invoice)) return false
  const isMerged = isBlank(row.customer) || isBlank(row.at)
  if (isBlank(row.invoice) && !isBlankOrSame(row.at, head.at)) return false
  return isMerged && isBlankOrSame(row.customer, head.customer)
}
