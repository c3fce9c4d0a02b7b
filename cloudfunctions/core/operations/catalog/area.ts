import {
  type CatalogAdminContract,
  categoryInput,
  saveCategoryInput,
  saveTagInput,
  wordListInput,
} from '@core/contract/catalog'
import { noInput } from '@core/contract/primitives'
import { CATALOG_COLLECTIONS } from '@core/data/catalog/collections'
import { type Area, staffOperations } from '@core/operations/area'
import {
  listCategories,
  listTags,
  removeCategory,
  removeTag,
  saveCategory,
  saveTag,
} from './categories'
import { indexMigrations } from './index-migrations'
import { listSearchWords } from './list-search-words'

export const catalogArea: Area = {
  name: 'catalog',
  admin: staffOperations<CatalogAdminContract>({
    'categories.list': { input: noInput, run: listCategories, roles: [] },
    'categories.save': { input: saveCategoryInput, run: saveCategory, roles: [] },
    'categories.remove': { input: categoryInput, run: removeCategory, roles: [] },
    'tags.list': { input: noInput, run: listTags, roles: [] },
    'tags.save': { input: saveTagInput, run: saveTag, roles: [] },
    'tags.remove': { input: categoryInput, run: removeTag, roles: [] },
    'words.list': { input: wordListInput, run: listSearchWords, roles: ['service'] },
  }),
  collections: CATALOG_COLLECTIONS,
  migrations: indexMigrations,
}
