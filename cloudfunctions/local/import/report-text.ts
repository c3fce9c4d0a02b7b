import { formatFen } from '@core/kernel/money'
import type { ImportReport } from './run-import'

/** The report for a person. */
export function reportText(report: ImportReport): string {
  const { customersAdded, ordersAdded, ordersUpdated, refundsAdded } = report
  return [
    `${n(report.rows)} rows: ${n(report.rowsWithoutCustomer)} without a customer, ` +
      `${n(report.dirtyRows)} dirty`,
    `${n(report.customers)} customers with ${n(report.invoices)} invoices, ` +
      `${n(report.cancellations)} of them cancellations`,
    `${n(report.buyers)} bought, ${n(report.repeatBuyers)} on two days or more; ` +
      `sold ${formatFen(report.salesFen)}, kept ${formatFen(report.netFen)}`,
    `added ${n(customersAdded)} customers, ${n(ordersAdded)} orders, ` +
      `${n(refundsAdded)} cancellations; updated ${n(ordersUpdated)} orders`,
    `as of ${report.asOf}: ${counts(report.stages)}`,
    `                  ${counts(report.recencies)}`,
    `${report.seconds} s`,
  ].join('\n')
}

const n = (count: number): string => count.toLocaleString('en-US')

const counts = (named: Record<string, number>): string =>
  Object.entries(named)
    .map(([name, count]) => `${name} ${n(count)}`)
    .join(' · ')
