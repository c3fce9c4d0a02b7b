import {
  applyImportInput,
  type ImportsAdminContract,
  importSummaryInput,
  learnImportInput,
  pruneImportInput,
  removeImportInput,
  reviewImportInput,
  storedImportInput,
} from '@core/contract/imports'
import { IMPORTS_COLLECTIONS } from '@core/data/imports/collections'
import { type Area, staffOperations } from '@core/operations/area'
import { applyImport } from './apply-import'
import { learnPurchaseInterval } from './learn-interval'
import { pruneImport } from './prune-import'
import { removeImport } from './remove-import'
import { replaceImport } from './replace-import'
import { reviewImport } from './review-import'
import { storedImport } from './stored-import'
import { summarizeImport } from './summarize-import'

export const importsArea: Area = {
  name: 'imports',
  admin: staffOperations<ImportsAdminContract>({
    'imports.apply': { input: applyImportInput, run: applyImport, roles: [] },
    'imports.learn': { input: learnImportInput, run: learnPurchaseInterval, roles: [] },
    'imports.prune': { input: pruneImportInput, run: pruneImport, roles: [] },
    'imports.remove': { input: removeImportInput, run: removeImport, roles: [] },
    'imports.replace': { input: applyImportInput, run: replaceImport, roles: [] },
    'imports.stored': { input: storedImportInput, run: storedImport, roles: [] },
    'imports.review': { input: reviewImportInput, run: reviewImport, roles: [] },
    'imports.summary': { input: importSummaryInput, run: summarizeImport, roles: [] },
  }),
  collections: IMPORTS_COLLECTIONS,
}
