import { noInput } from '@core/contract/primitives'
import {
  type ReconciliationAdminContract,
  reconciliationDayInput,
  reconciliationListInput,
  resolveDifferenceInput,
  settleDifferenceInput,
  settleStuckInput,
  stuckInput,
} from '@core/contract/reconciliation'
import { command } from '@core/data/database'
import { RECONCILIATION_COLLECTIONS } from '@core/data/reconciliation/collections'
import { STUCK } from '@core/data/reconciliation/stuck-money'
import { type Area, staffOperations } from '@core/operations/area'
import { listStuck } from './list-stuck'
import { askStuck, refundStuckAgain } from './move-stuck'
import { resolveDifference, settleDifference } from './settle-difference'
import { settleStuck } from './settle-stuck'
import { listReconciliations, runReconciliation, showReconciliation } from './show-days'

export const reconciliationArea: Area = {
  name: 'reconciliation',
  admin: staffOperations<ReconciliationAdminContract>({
    'reconciliation.list': { input: reconciliationListInput, run: listReconciliations, roles: [] },
    'reconciliation.show': { input: reconciliationDayInput, run: showReconciliation, roles: [] },
    'reconciliation.run': { input: reconciliationDayInput, run: runReconciliation, roles: [] },
    'reconciliation.settle': { input: settleDifferenceInput, run: settleDifference, roles: [] },
    'reconciliation.resolve': { input: resolveDifferenceInput, run: resolveDifference, roles: [] },
    'reconciliation.stuck': { input: noInput, run: listStuck, roles: ['service'] },
    'reconciliation.askStuck': { input: stuckInput, run: askStuck, roles: ['service'] },
    'reconciliation.refundAgain': { input: stuckInput, run: refundStuckAgain, roles: ['service'] },
    'reconciliation.settleStuck': { input: settleStuckInput, run: settleStuck, roles: [] },
  }),
  collections: RECONCILIATION_COLLECTIONS,
  waiting: {
    reconciliation: {
      operation: 'reconciliation.list',
      collection: 'reconciliations',
      where: () => ({ state: command.in(['different', 'failed']) }),
      due: 'all',
    },
    stuckMoney: {
      operation: 'reconciliation.stuck',
      collection: 'afterSales',
      where: () => STUCK.failedRefund,
      due: 'all',
      also: [
        { collection: 'outbox', where: () => STUCK.failedLateRefund },
        { collection: 'outbox', where: () => STUCK.repeatedLateRefund },
        { collection: 'reconciliations', where: () => STUCK.differentDay },
        { collection: 'orders', where: ({ now }) => STUCK.unclearPayment(now) },
      ],
    },
  },
}
