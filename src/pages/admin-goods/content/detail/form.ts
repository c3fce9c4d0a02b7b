import type { SaveArticleInput, StaffArticleView } from '@core/contract/content'
import type { DetailBlock } from '@core/domain/catalog/product'

/** An article as it is being written. */
export type ArticleForm = Pick<
  StaffArticleView,
  'id' | 'version' | 'title' | 'summary' | 'cover' | 'blocks' | 'tags' | 'isPublished'
> &
  Pick<StaffArticleView, 'products' | 'allTags'>

/** What is to be sent; a piece without anything in it is left out. */
export function inputOf(form: ArticleForm, isPublished: boolean): SaveArticleInput {
  return {
    id: form.id,
    version: form.version,
    title: form.title.trim(),
    summary: form.summary.trim(),
    cover: form.cover,
    blocks: form.blocks.filter(hasSomething),
    tags: form.tags,
    productIds: form.products.map(({ id }) => id),
    isPublished,
  }
}

const hasSomething = (block: DetailBlock): boolean =>
  block.kind === 'picture' ? block.picture !== '' : block.text.trim() !== ''

/** What is missing before it can be sent; `null` when nothing is. */
export function faultOf({ title, cover }: ArticleForm): string | null {
  if (title.trim() === '') return '先写个标题'
  return cover === '' ? '选一张封面' : null
}
