import { formatFen } from '@core/kernel/money'
import { csvCell, writeLines } from './csv-report'
import type { Fate, ToldRow } from './staging'

/** Dirty rows shown on the screen; what became of every row is in the file. */
const SHOWN_MAX = 20

/** What the shop's owner calls what became of a row. */
export const FATE_WORDS: Record<Fate, string> = {
  kept: '已导入',
  returned: '退货',
  beyond: '退货超出所售',
  noSale: '未成交',
  nobody: '没有客户',
  dirty: '读不出',
  skipped: '跳过',
}

/** Dirty rows for the screen, in the order they are found. */
export class DirtyRows {
  count = 0
  private readonly first: string[] = []

  /** The first of them, if any. */
  get firstLine(): string | undefined {
    return this.first[0]
  }

  add(line: number, reason: string): void {
    this.count += 1
    if (this.first.length < SHOWN_MAX) this.first.push(`第 ${line} 行：${reason}`)
  }

  /** The lines for the screen; `file` has all of them. */
  shown(file: string): string[] {
    const more = this.count - this.first.length
    return more > 0 ? [...this.first, `还有 ${more} 行，都在 ${file}`] : this.first
  }
}

/** Writes what became of every row: line, result, explanation. */
export const writeRowReport = (file: string, rows: Iterable<ToldRow>): Promise<void> =>
  writeLines(file, linesOf(rows))

function* linesOf(rows: Iterable<ToldRow>): Generator<string> {
  yield '行号,结果,说明'
  for (const row of rows) {
    yield `${row.line},${FATE_WORDS[row.fate]},${csvCell(explanation(row))}`
  }
}

function explanation(row: ToldRow): string {
  const { fate, note, number, quantity, amount, refund, sold } = row
  const pieces = Math.abs(quantity)
  const after = note === '' ? '' : `；${note}`
  switch (fate) {
    case 'kept': {
      const back = refund > 0 ? `，其中退款 ${formatFen(refund)}` : ''
      return `订单 ${number}，${pieces} 件，${formatFen(amount)}${back}${after}`
    }
    case 'returned':
      return `退单 ${number}，退 ${pieces} 件，${formatFen(-amount)}${after}`
    case 'beyond':
      return (
        `退单 ${number}，退 ${pieces} 件，文件里此前只卖出 ${sold} 件：` +
        `多退的 ${pieces - sold} 件只记作退款，不从任何订单里减${after}`
      )
    case 'noSale':
    case 'nobody':
    case 'dirty':
    case 'skipped':
      return note
  }
}
