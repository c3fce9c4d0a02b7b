import type { SaveArticleError } from '@core/contract/content'
import { useEffect, useState } from 'react'
import { failureLine } from '@/copy/failures'
import { useLoad } from '@/hooks/use-load'
import { type CallFailure, callAdmin } from '@/services/call'
import { mintId } from '@/services/ids'
import { go } from '@/services/route'
import { toast } from '@/services/toast'
import { type ArticleForm, faultOf, inputOf } from './form'

/** Keeps an article's form; what was typed stays until the shop has it. */
export function useArticle(articleId: string) {
  const loaded = useLoad(() => fetchForm(articleId), articleId)
  const [form, setForm] = useState<ArticleForm | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const first = loaded.value
  useEffect(() => {
    if (first) setForm(first)
  }, [first])

  const change = (part: Partial<ArticleForm>) => {
    setForm((before) => before && { ...before, ...part })
    setFault(null)
  }

  const save = async (isPublished: boolean) => {
    if (!form || isBusy) return
    const missing = faultOf(form)
    if (missing !== null) return setFault(missing)
    setBusy(true)
    const answer = await callAdmin('articles.save', inputOf(form, isPublished))
    setBusy(false)
    if (!answer.ok) return setFault(errorCopy(answer.error))
    toast(isPublished ? '已发布' : '已存成草稿')
    go.back()
  }

  return { form, fault, isBusy, loaded, change, save }
}

async function fetchForm(articleId: string) {
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
  return { ok: true as const, value: blank }
}

function errorCopy(error: SaveArticleError | CallFailure): string {
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
