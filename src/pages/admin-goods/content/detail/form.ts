import type { SaveArticleInput, StaffArticleView } from '@core/contract/content'
import type { DetailBlock } from '@core/domain/catalog/product'
import type { Result } from '@core/kernel/result'
import type { FieldSpecs } from '@/pages/admin/form/field-spec'
import { type FieldError, FormReader } from '@/pages/admin/form/form-reader'

/** An article as it is being written. */
export type ArticleForm = Pick<
  StaffArticleView,
  'id' | 'version' | 'title' | 'summary' | 'cover' | 'blocks' | 'tags' | 'isPublished'
> &
  Pick<StaffArticleView, 'products' | 'allTags'>

export const FIELDS = {
  title: {
    input: 'text',
    path: 'title',
    label: '标题',
    max: 40,
    placeholder: '如 明前龙井，怎么泡不苦',
  },
  summary: {
    input: 'text',
    path: 'summary',
    label: '一句话',
    max: 60,
    placeholder: '列表里显示，可以不写',
    isOptional: true,
  },
} as const satisfies FieldSpecs<ArticleForm>

function inputOf(form: ArticleForm, isPublished: boolean): SaveArticleInput {
  return {
    id: form.id,
    version: form.version,
    title: form.title.trim(),
    summary: form.summary.trim(),
    cover: form.cover,
    blocks: form.blocks.filter(isFilled),
    tags: form.tags,
    productIds: form.products.map(({ id }) => id),
    isPublished,
  }
}

const isFilled = (block: DetailBlock): boolean =>
  block.kind === 'picture' ? block.picture !== '' : block.text.trim() !== ''

/** What is sent, or the first field that has to be filled before. */
export function readArticle(
  form: ArticleForm,
  isPublished: boolean,
): Result<SaveArticleInput, FieldError> {
  const read = new FormReader()
  read.fields(FIELDS, form, { keys: ['title'] })
  read.require('cover', form.cover !== '')
  return read.result(inputOf(form, isPublished))
}
