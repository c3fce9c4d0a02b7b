import {
  type ReconciliationAdminContract,
  reconciliationDayInput,
  reconciliationListInput,
  resolveDifferenceInput,
  settleDifferenceInput,
} from '@core/contract/reconciliation'
import { command } from '@core/data/database'
import { RECONCILIATION_COLLECTIONS } from '@core/data/reconciliation/collections'
import { type Area, staffOperations } from '@core/operations/area'
import { resolveDifference, settleDifference } from './settle-difference'
import { listReconciliations, runReconciliation, showReconciliation } from './show-days'

export const reconciliationArea: Area = {
  name: 'reconciliation',
  admin: staffOperations<ReconciliationAdminContract>({
    'reconciliation.list': { input: reconciliationListInput, run: listReconciliations, roles: [] },
    'reconciliation.show': { input: reconciliationDayInput, run: showReconciliation, roles: [] },
    'reconciliation.run': { input: reconciliationDayInput, run: runReconciliation, roles: [] },
    'reconciliation.settle': { input: settleDifferenceInput, run: settleDifference, roles: [] },
    'reconciliation.resolve': { input: resolveDifferenceInput, run: resolveDifference, roles: [] },
  }),
  collections: RECONCILIATION_COLLECTIONS,
  waiting: {
    reconciliation: {
      operation: 'reconciliation.list',
      collection: 'reconciliations',
      where: () => ({ state: command.in(['different', 'failed']) }),
    },
  },
}
