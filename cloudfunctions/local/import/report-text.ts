import { RECENCIES, type Recency, STAGES, type Stage } from '@core/domain/members/sections'
import { formatFen } from '@core/kernel/money'
import type { Differences } from './comparison'
import { VERDICT_WORDS } from './difference-report'
import type { TakenBack } from './put-right'
import { FATE_WORDS } from './row-report'
import type { ImportReport } from './run-import'

/** The report for the shop's owner. */
export function reportText(report: ImportReport): string {
  const { customersAdded, ordersAdded, ordersUpdated, refundsAdded } = report
  return [
    `共 ${n(report.rows)} 行：${rowsText(report)}`,
    `${n(report.customers)} 位客户，${n(report.invoices - report.cancellations)} 个订单，` +
      `${n(report.cancellations)} 张退单`,
    `${n(report.buyers)} 位买过，${n(report.repeatBuyers)} 位在两天以上买过；` +
      `卖出 ${formatFen(report.salesFen)}、${n(report.piecesSold)} 件，` +
      `减去退款 ${formatFen(report.netFen)}，退货后留下 ${n(report.piecesKept)} 件`,
    `新增 ${n(customersAdded)} 位客户、${n(ordersAdded)} 个订单、${n(refundsAdded)} 张退单；` +
      `更新 ${n(ordersUpdated)} 个订单`,
    ...differenceText(report),
    `截至 ${report.asOf}：${counts(STAGES, report.stages)}`,
    `                ${counts(RECENCIES, report.recencies)}`,
    `每一行的去向：${report.rowReport}`,
    `用时 ${report.seconds} 秒`,
  ].join('\n')
}

/** What taking an import back did, for the shop's owner. */
export const undoText = (name: string, { orders, refunds, customers, held }: TakenBack): string =>
  [
    `“${name}”已撤回：${n(orders)} 个订单、${n(refunds)} 张退单、${n(customers)} 位客户`,
    ...(held > 0 ? [`${n(held)} 个订单在店里办过售后，没有动`] : []),
    ...(orders + refunds + held === 0 ? ['店里没有这个名字的导入（用 --name 指明）'] : []),
  ].join('\n')

function differenceText({ differences, differenceReport, replaced }: ImportReport): string[] {
  if (differences === null) return []
  const verdicts = Object.keys(VERDICT_WORDS) as (keyof Differences)[]
  const counted = verdicts.map((verdict) => `${VERDICT_WORDS[verdict]} ${n(differences[verdict])}`)
  const lines = [`和店里相比：${counted.join('，')}；逐单见 ${differenceReport}`]
  const { differing, onlyInShop } = differences
  if (replaced !== null) {
    const { ordersReplaced, refundsReplaced, removed } = replaced
    lines.push(
      `改正 ${n(ordersReplaced)} 个订单、${n(refundsReplaced)} 张退单；撤回 ${n(removed.orders)} ` +
        `个订单、${n(removed.refunds)} 张退单、${n(removed.customers)} 位客户；` +
        `${n(removed.held)} 个订单在店里办过售后，没有动`,
    )
  } else if (differing + onlyInShop > 0) {
    lines.push('不同的没有动：加 --replace 按文件改正，加 --undo 把这次导入撤回')
  }
  return lines
}

/** Every row is in one of these. */
function rowsText(report: ImportReport): string {
  const counted = [
    [FATE_WORDS.kept, report.keptRows],
    [FATE_WORDS.returned, report.returnedRows],
    [FATE_WORDS.beyond, report.beyondRows],
    [FATE_WORDS.noSale, report.noSaleRows],
    [FATE_WORDS.nobody, report.rowsWithoutCustomer],
    [FATE_WORDS.dirty, report.dirtyRows],
    [FATE_WORDS.skipped, report.skippedRows],
  ] as const
  return counted.map(([word, count]) => `${word} ${n(count)}`).join(' + ')
}

const n = (count: number): string => count.toLocaleString('en-US')

const WORDS = {
  aware: '认知',
  interested: '兴趣',
  buyer: '购买',
  loyal: '忠诚',
  advocate: '推荐',
  new: '初次接触',
  active: '活跃期',
  silent: '沉默期',
  lost: '流失期',
} as const satisfies Record<Stage | Recency, string>

const counts = <K extends Stage | Recency>(names: readonly K[], counted: Record<K, number>) =>
  names.map((name) => `${WORDS[name]} ${n(counted[name])}`).join(' · ')
