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
import { RECONCILIATION_COLLECTIONS } from '@core/data/reconciliation/collections'
import { OPEN_DAY } from '@core/data/reconciliation/days'
import { countOpenDifferences, STUCK } from '@core/data/reconciliation/stuck-money'
import { type Area, staffOperations } from '@core/operations/area'
import { listStuck } from './list-stuck'
import { askStuck, refundStuckAgain } from './move-stuck'
import { resolveDifference, settleDifference } from './settle-difference'
import { settleStuck } from './settle-stuck'
import { listReconciliations, runReconciliation, showReconciliation } from './show-days'
import { balancedStuckDays, readStuck } from './stuck-days'

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
      where: () => OPEN_DAY,
      also: [{ count: async (ctx) => (await balancedStuckDays(ctx, await readStuck(ctx))).length }],
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
        { count: ({ db }) => countOpenDifferences(db) },
        { collection: 'orders', where: ({ now }) => STUCK.unclearPayment(now) },
      ],
    },
  },
}
