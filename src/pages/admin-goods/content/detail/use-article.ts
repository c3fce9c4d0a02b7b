import type { SaveArticleError, SaveArticleInput } from '@core/contract/content'
import { ok } from '@core/kernel/result'
import { failureLine } from '@/copy/failures'
import { useEditor } from '@/pages/admin/form/use-editor'
import { type CallFailure, callAdmin } from '@/services/call'
import { mintId } from '@/services/ids'
import { type ArticleForm, readArticle } from './form'

/** The editor of an article: change it, save it as a draft, or publish it. */
export function useArticle(articleId: string) {
  const editor = useEditor<ArticleForm>(articleId, () => open(articleId))
  const change = (part: Partial<ArticleForm>) => editor.update((before) => ({ ...before, ...part }))
  const save = (isPublished: boolean) =>
    editor.submit({
      read: (form) => readArticle(form, isPublished),
      describe: ({ field }) => (field === 'title' ? '先写个标题' : '选一张封面'),
      send,
      done: isPublished ? '已发布' : '已存成草稿',
    })
  return { ...editor, change, save }
}

async function open(articleId: string) {
  if (articleId !== '') return callAdmin('articles.show', { articleId })
  const answer = await callAdmin('articles.tags', {})
  if (!answer.ok) return answer
  const blank: ArticleForm = {
    id: mintId(),
    version: 0,
    title: '',
    summary: '',
    cover: '',
    blocks: [{ kind: 'text', text: '' }],
    tags: [],
    isPublished: false,
    products: [],
    allTags: answer.value,
  }
  return ok(blank)
}

async function send(input: SaveArticleInput): Promise<string | null> {
  const answer = await callAdmin('articles.save', input)
  return answer.ok ? null : refusalCopy(answer.error)
}

function refusalCopy(error: SaveArticleError | CallFailure): string {
  switch (error.code) {
    case 'NOTHING_TO_READ':
      return '至少写一段文字再发布'
    case 'PRODUCT_UNKNOWN':
      return '有一件商品已经没有了，重新选'
    case 'TAG_UNKNOWN':
      return '有一个标签已经没有了，重新选'
    case 'STALE':
      return '别人刚改过这一篇，回到列表再打开'
    case 'INVALID_INPUT':
      return '有一处写得不合适：太长，或带了代码'
    default:
      return failureLine(error)
  }
}
