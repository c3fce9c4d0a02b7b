import { cellText } from '@core/domain/imports/cell'
import {
  IMPORT_FIELDS,
  type ImportField,
  OPTIONAL_FIELDS,
  type RawRow,
  type RequiredField,
} from '@core/domain/imports/row'
import { cutRecord } from './csv-cells'
import { ImportError } from './import-error'

/** The name of the file's column for each field; optional ones may be found by usual names. */
export type Columns = Record<RequiredField, string> & Partial<Record<ImportField, string>>

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

/** Columns that change what was sold must not be overlooked, so their usual names are known. */
const USUAL_NAMES: Record<(typeof OPTIONAL_FIELDS)[number], readonly string[]> = {
  state: [
    ...['订单状态', '交易状态', '状态', '订单状况', 'orderstatus', 'order status'],
    ...['order_status', 'trade_state', 'status', 'orderstate', 'state'],
  ],
  refund: ['退款金额', '已退金额', '退款金额(元)', '实退金额', 'refundamount', 'refund_amount'],
}

/** Columns listed in an error; a file that is not a CSV may seem to have thousands. */
const NAMED_MAX = 30
/** Characters of one name in an error. */
const NAME_SHOWN_MAX = 40
const DELIMITERS = [',', ';', '\t', '|'] as const

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
          `${[...IMPORT_FIELDS, ...OPTIONAL_FIELDS].join(', ')}.`,
      )
    }
    columns[field] = name
  }
  return columns
}

const isField = (text: string): text is ImportField =>
  ([...IMPORT_FIELDS, ...OPTIONAL_FIELDS] as readonly string[]).includes(text)

/** How to read the records below a header. */
export type Layout = {
  delimiter: string
  toRow: (cells: readonly string[]) => RawRow
  /** Whether a record is the header once more, as files put one after the other have it. */
  isHeader: (cells: readonly string[]) => boolean
}

/** A line is no header: it has no columns, or lacks some of those that are needed. */
export class HeaderError extends ImportError {
  constructor(
    message: string,
    /** How many of the needed columns it has. */
    readonly found: number,
  ) {
    super(message)
  }
}

/** Finds delimiter and columns in the header; throws a `HeaderError` that names missing ones. */
export function layoutOf(file: string, header: string, columns: Columns): Layout {
  const delimiter = delimiterOf(header)
  const cut = cutRecord(header, delimiter)
  const names = cut.kind === 'cells' ? cut.cells.map(cellText) : []
  if (names.length < 2) {
    throw new HeaderError(`${file} is not a CSV: its first line has no columns.`, -1)
  }
  const found = names.map(comparable)
  const at = (field: ImportField) => placeOf(field, columns, found)
  const wanted = [...IMPORT_FIELDS, ...OPTIONAL_FIELDS.filter((field) => columns[field])]
  const missing = wanted.filter((field) => at(field) === -1)
  if (missing.length > 0) {
    const text = missingText(file, missing, { columns, names })
    throw new HeaderError(text, wanted.length - missing.length)
  }
  const places: Places = {
    invoice: at('invoice'),
    sku: at('sku'),
    title: at('title'),
    quantity: at('quantity'),
    at: at('at'),
    price: at('price'),
    customer: at('customer'),
    state: at('state'),
    refund: at('refund'),
  }
  return {
    delimiter,
    toRow: (cells) => rowAt(cells, places),
    isHeader: (cells) =>
      comparable(cells[0] ?? '') === found[0] &&
      cells.every((cell, place) => comparable(cell) === found[place]),
  }
}

type Places = Record<ImportField, number>

const comparable = (name: string): string => cellText(name).toLowerCase()

function placeOf(field: ImportField, columns: Columns, found: readonly string[]): number {
  const named = columns[field]
  if (named !== undefined) return found.indexOf(comparable(named))
  const usual = field === 'state' || field === 'refund' ? USUAL_NAMES[field] : []
  return found.findIndex((name) => usual.includes(name))
}

/** Written out for speed: it runs half a million times. */
function rowAt(cells: readonly string[], places: Places): RawRow {
  return {
    invoice: cells[places.invoice] ?? '',
    sku: cells[places.sku] ?? '',
    title: cells[places.title] ?? '',
    quantity: cells[places.quantity] ?? '',
    at: cells[places.at] ?? '',
    price: cells[places.price] ?? '',
    customer: cells[places.customer] ?? '',
    state: cells[places.state] ?? '',
    refund: cells[places.refund] ?? '',
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
