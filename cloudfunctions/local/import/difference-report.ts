import type { Comparison, Difference, Differences } from './comparison'
import { csvCell, writeLines } from './csv-report'

/** Differing orders shown on the screen; all of them are in the file. */
const SHOWN_MAX = 20

/** What the shop's owner calls how an order of the file and of the shop compare. */
export const VERDICT_WORDS: Record<keyof Differences, string> = {
  same: '一致',
  differing: '不同',
  onlyInFile: '只在文件里',
  onlyInShop: '只在店里（这次导入带来的，文件里已经没有）',
}

const KIND_WORDS = { orders: '订单', refunds: '退单' } as const

/** Writes how the file and the shop differ, order by order. */
export const writeDifferences = (file: string, all: Iterable<Difference>): Promise<void> =>
  writeLines(file, linesOf(all))

function* linesOf(all: Iterable<Difference>): Generator<string> {
  yield '类别,号码,结果,说明'
  for (const { kind, number, verdict, what } of all) {
    yield [KIND_WORDS[kind], number, VERDICT_WORDS[verdict], what].map(csvCell).join(',')
  }
}

/** The first orders of which the file and the shop say different things. */
export function shownDifferences(comparison: Comparison, file: string): string[] {
  const { differing, onlyInShop } = comparison.differences
  const shown: string[] = []
  if (differing + onlyInShop === 0) return shown
  for (const { kind, number, verdict, what } of comparison.all()) {
    if (verdict !== 'differing' && verdict !== 'onlyInShop') continue
    if (shown.length === SHOWN_MAX) break
    const how = what === '' ? VERDICT_WORDS[verdict] : what
    shown.push(`${KIND_WORDS[kind]} ${number}：${how}`)
  }
  const more = differing + onlyInShop - shown.length
  return more > 0 ? [...shown, `还有 ${more} 张，都在 ${file}`] : shown
}
