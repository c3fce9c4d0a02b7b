import { basename, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { cellText } from '@core/domain/imports/cell'
import type { DeclaredStates } from '@core/domain/imports/state'
import type { DateOrder } from '@core/domain/imports/time'
import { type Day, isDay } from '@core/kernel/calendar'
import { tidyLine } from '@core/kernel/readable-text'
import { dataDirFrom } from '@local/data-folder'
import { type Columns, readColumns } from './columns'
import { ImportError, reasonOf } from './import-error'

/**
 * What to do: import what the shop lacks; compare, changing nothing; put what differs right; or
 * take the import back.
 */
export type ImportMode = 'import' | 'compare' | 'replace' | 'undo'

/** The options of an import. */
export type ImportOptions = {
  file: string
  mode: ImportMode
  /** What the import is called: replacing and undoing find by it what it brought. */
  name: string
  columns: Columns
  /** The day as of which customers are reviewed; `null`: the last day in the file. */
  asOf: Day | null
  /** The other system's name; its numbers are unique within it. */
  source: string
  /**
   * How the number of a cancellation begins, as declared; if empty, only a negative sum marks one;
   * `null`: as in the Online Retail data.
   */
  cancelPrefix: string | null
  /** What states of orders mean that the import does not know, as declared. */
  states: DeclaredStates
  dateOrder: DateOrder
  dataDir: string
  isJson: boolean
}

/** How to call it. */
export const USAGE = `npm run import:orders -- FILE.csv[.gz] [options]
  --columns FIELD=COLUMN,…   the file's columns, where they differ from
                             invoice=InvoiceNo,sku=StockCode,title=Description,quantity=Quantity,
                             at=InvoiceDate,price=UnitPrice,customer=CustomerID;
                             and, if there are such, state=… and refund=… (refunded of a line)
  --as-of YYYY-MM-DD         the day as of which customers are reviewed (the file's last day)
  --source NAME              which system the file comes from (import)
  --cancel-prefix TEXT       what the number of a cancellation begins with (a C, then digits
                             only, and no piece sold)
  --states NAME=sale|none,…  whether an order in a state that is not known was sold
  --day-first                1/2/2011 is the first of February
  --compare                  say how the file and the shop differ, change nothing
  --replace                  make the orders of the shop that differ as the file has them, and
                             take back those of this import that the file has no more
  --undo                     take back what the import brought; the file is not read
  --name NAME                what the import is called (the file's name)
  --data DIR                 the shop's data folder (DEVCLOUD_DATA, or .local)
  --json                     the result as JSON in the last line`

/** Characters of an import's name. */
const NAME_MAX = 60

/** The import's name as the shop keeps it: the end of a long one, without half a character. */
const nameOf = (given: string, file: string): string =>
  (tidyLine(given) || tidyLine(basename(file)))
    .slice(-NAME_MAX)
    .replace(/^\p{Cs}/u, '')
    .trim()

const FLAGS = {
  columns: { type: 'string' },
  'as-of': { type: 'string' },
  source: { type: 'string', default: 'import' },
  'cancel-prefix': { type: 'string' },
  states: { type: 'string' },
  'day-first': { type: 'boolean', default: false },
  compare: { type: 'boolean', default: false },
  replace: { type: 'boolean', default: false },
  undo: { type: 'boolean', default: false },
  name: { type: 'string' },
  data: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const

/** Reads the command line; `null` when only help is wanted. A wrong one is an `ImportError`. */
export function readOptions(args: readonly string[]): ImportOptions | null {
  const { values, positionals } = parsed(args)
  if (values.help) return null
  const [file, ...others] = positionals
  if (file === undefined) throw new ImportError(`No file is named.\n${USAGE}`)
  if (others.length > 0) throw new ImportError(`One file at a time: ${positionals.join(', ')}.`)
  const asOf = values['as-of'] ?? null
  if (asOf !== null && !isDay(asOf)) throw new ImportError(`--as-of: "${asOf}" is no YYYY-MM-DD.`)
  if (!/^[a-z0-9-]{1,20}$/.test(values.source)) {
    throw new ImportError(`--source: "${values.source}" is not 1 to 20 of a-z, 0-9 and -.`)
  }
  return {
    file,
    mode: modeOf(values),
    name: nameOf(values.name ?? '', file),
    columns: readColumns(values.columns),
    asOf,
    source: values.source,
    cancelPrefix: values['cancel-prefix'] ?? null,
    states: readStates(values.states),
    dateOrder: values['day-first'] ? 'dayFirst' : 'monthFirst',
    dataDir: values.data === undefined ? dataDirFrom(process.env) : resolve(values.data),
    isJson: values.json,
  }
}

function modeOf(values: { compare: boolean; replace: boolean; undo: boolean }): ImportMode {
  const modes = (['compare', 'replace', 'undo'] as const).filter((mode) => values[mode])
  if (modes.length > 1) throw new ImportError(`One at a time: --${modes.join(', --')}.`)
  return modes[0] ?? 'import'
}

/** Reads `已核销=sale,占位=none`. */
function readStates(text: string | undefined): DeclaredStates {
  const states: Record<string, 'sale' | 'none'> = {}
  for (const pair of (text ?? '').split(',').filter((part) => part.trim() !== '')) {
    const cut = pair.lastIndexOf('=')
    const [name, says] = [pair.slice(0, Math.max(0, cut)).trim(), pair.slice(cut + 1).trim()]
    if (name === '' || (says !== 'sale' && says !== 'none')) {
      throw new ImportError(`--states: "${pair.trim()}" is not NAME=sale or NAME=none.`)
    }
    states[cellText(name)] = says
  }
  return states
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: FLAGS, allowPositionals: true })
  } catch (error) {
    throw new ImportError(`${reasonOf(error)}\n${USAGE}`)
  }
}
