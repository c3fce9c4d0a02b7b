import { IMPORT_FIELDS, type ImportField, type RawRow } from '@core/domain/imports/row'
import { cutRecord } from './csv-cells'
import { ImportError } from './import-error'

/** The name of the file's column for each field. */
export type Columns = Record<ImportField, string>

/** The columns of the Online Retail data, which many exports follow. */
export const DEFAULT_COLUMNS: Columns = {
  invoice: 'InvoiceNo',
  sku: 'StockCode',
  title: 'Description',
  quantity: 'Quantity',
  at: 'InvoiceDate',
  price: 'UnitPrice',
  customer: 'CustomerID',
}

/** Columns listed in an error; a file that is not a CSV may seem to have thousands. */
const NAMED_MAX = 30
/** Characters of one name in an error. */
const NAME_SHOWN_MAX = 40
const DELIMITERS = [',', ';', '\t'] as const

/** Reads `invoice=订单号,at=下单时间`; fields that are not named keep their default column. */
export function readColumns(text: string | undefined): Columns {
  const columns = { ...DEFAULT_COLUMNS }
  for (const pair of (text ?? '').split(',').filter((part) => part.trim() !== '')) {
    const cut = pair.indexOf('=')
    const field = pair.slice(0, cut === -1 ? undefined : cut).trim()
    const name = cut === -1 ? '' : pair.slice(cut + 1).trim()
    if (!isField(field) || name === '') {
      throw new ImportError(
        `--columns: "${pair.trim()}" is not FIELD=COLUMN with FIELD one of ` +
          `${IMPORT_FIELDS.join(', ')}.`,
      )
    }
    columns[field] = name
  }
  return columns
}

const isField = (text: string): text is ImportField =>
  (IMPORT_FIELDS as readonly string[]).includes(text)

/** How to read the records below a header. */
export type Layout = { delimiter: string; toRow: (cells: readonly string[]) => RawRow }

/** Finds the delimiter and the columns in the header; throws an error that names missing ones. */
export function layoutOf(file: string, header: string, columns: Columns): Layout {
  const delimiter = delimiterOf(header)
  const cut = cutRecord(header, delimiter)
  const names = cut.kind === 'cells' ? cut.cells.map((name) => name.trim()) : []
  if (names.length < 2) {
    throw new ImportError(`${file} is not a CSV: its first line has no columns.`)
  }
  const found = names.map((name) => name.toLowerCase())
  const missing = IMPORT_FIELDS.filter((field) => !found.includes(columns[field].toLowerCase()))
  if (missing.length > 0) throw new ImportError(missingText(file, missing, { columns, names }))
  const at = (field: ImportField) => found.indexOf(columns[field].toLowerCase())
  const places: Record<ImportField, number> = {
    invoice: at('invoice'),
    sku: at('sku'),
    title: at('title'),
    quantity: at('quantity'),
    at: at('at'),
    price: at('price'),
    customer: at('customer'),
  }
  return { delimiter, toRow: (cells) => rowAt(cells, places) }
}

/** Written out for speed: it runs half a million times. */
function rowAt(cells: readonly string[], places: Record<ImportField, number>): RawRow {
  return {
    invoice: cells[places.invoice] ?? '',
    sku: cells[places.sku] ?? '',
    title: cells[places.title] ?? '',
    quantity: cells[places.quantity] ?? '',
    at: cells[places.at] ?? '',
    price: cells[places.price] ?? '',
    customer: cells[places.customer] ?? '',
  }
}

const delimiterOf = (header: string): string =>
  DELIMITERS.reduce((best, one) =>
    header.split(one).length > header.split(best).length ? one : best,
  )

function missingText(
  file: string,
  missing: readonly ImportField[],
  { columns, names }: { columns: Columns; names: readonly string[] },
): string {
  const wanted = missing.map((field) => `"${columns[field]}" (${field})`).join(', ')
  const shown = names.slice(0, NAMED_MAX).map((name) => name.slice(0, NAME_SHOWN_MAX))
  const more = names.length > NAMED_MAX ? ` and ${names.length - NAMED_MAX} more` : ''
  return (
    `${file} lacks the column${missing.length > 1 ? 's' : ''} ${wanted}; ` +
    `it has ${shown.join(', ')}${more}. Name others with --columns FIELD=COLUMN.`
  )
}
