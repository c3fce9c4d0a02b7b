import {
  articleInput,
  articleListInput,
  type ContentAdminContract,
  type ContentContract,
  saveArticleInput,
} from '@core/contract/content'
import { noInput } from '@core/contract/primitives'
import { CONTENT_COLLECTIONS } from '@core/data/content/collections'
import { type Area, shopOperations, staffOperations } from '@core/operations/area'
import { listArticleTags, listStaffArticles, saveArticle, showStaffArticle } from './edit-articles'
import { mentionMigrations } from './mention-migrations'
import { listArticles, showArticle } from './show-articles'

export const contentArea: Area = {
  name: 'content',
  shop: shopOperations<ContentContract>({
    'articles.list': { input: articleListInput, run: listArticles },
    'articles.show': { input: articleInput, run: showArticle },
  }),
  admin: staffOperations<ContentAdminContract>({
    'articles.list': { input: articleListInput, run: listStaffArticles, roles: ['service'] },
    'articles.show': { input: articleInput, run: showStaffArticle, roles: ['service'] },
    'articles.tags': { input: noInput, run: listArticleTags, roles: ['service'] },
    'articles.save': { input: saveArticleInput, run: saveArticle, roles: ['service'] },
  }),
  collections: CONTENT_COLLECTIONS,
  migrations: mentionMigrations,
}
