import { RECENCIES, type Recency, STAGES, type Stage } from '@core/domain/members/sections'
import { formatFen } from '@core/kernel/money'
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
      `留下 ${formatFen(report.netFen)}、${n(report.piecesKept)} 件`,
    `新增 ${n(customersAdded)} 位客户、${n(ordersAdded)} 个订单、${n(refundsAdded)} 张退单；` +
      `更新 ${n(ordersUpdated)} 个订单`,
    `截至 ${report.asOf}：${counts(STAGES, report.stages)}`,
    `                ${counts(RECENCIES, report.recencies)}`,
    `每一行的去向：${report.rowReport}`,
    `用时 ${report.seconds} 秒`,
  ].join('\n')
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
