import {
  applyImportInput,
  type ImportsAdminContract,
  importSummaryInput,
  learnImportInput,
  reviewImportInput,
} from '@core/contract/imports'
import { IMPORTS_COLLECTIONS } from '@core/data/imports/collections'
import { type Area, staffOperations } from '@core/operations/area'
import { applyImport } from './apply-import'
import { learnPurchaseInterval } from './learn-interval'
import { reviewImport } from './review-import'
import { summarizeImport } from './summarize-import'

export const importsArea: Area = {
  name: 'imports',
  admin: staffOperations<ImportsAdminContract>({
    'imports.apply': { input: applyImportInput, run: applyImport, roles: [] },
    'imports.learn': { input: learnImportInput, run: learnPurchaseInterval, roles: [] },
    'imports.review': { input: reviewImportInput, run: reviewImport, roles: [] },
    'imports.summary': { input: importSummaryInput, run: summarizeImport, roles: [] },
  }),
  collections: IMPORTS_COLLECTIONS,
}
