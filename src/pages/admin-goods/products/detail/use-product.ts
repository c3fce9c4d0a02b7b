import type { SaveProductInput } from '@core/contract/products'
import type { Category } from '@core/domain/catalog/product'
import { ok } from '@core/kernel/result'
import { failureLine } from '@/copy/failures'
import type { FieldError } from '@/pages/admin/form/form-reader'
import type { Opened } from '@/pages/admin/form/opened'
import { useEditor } from '@/pages/admin/form/use-editor'
import { callAdmin } from '@/services/call'
import { now } from '@/services/clock'
import { mintId } from '@/services/ids'
import { lastCategory, rememberCategory } from '@/services/last-category'
import { type EditorIssue, errorCopy } from './error-copy'
import type { ProductForm } from './fields'
import { blankForm, copyOf, formOf, inputOf } from './form'
import { unstockedSkus } from './unstocked'

/** The editor of a product. */
export function useProduct({ id, copy }: Opened) {
  const editor = useEditor<ProductForm, EditorIssue>(`${id} ${copy}`, () => open({ id, copy }))
  const change = (part: Partial<ProductForm>) => editor.update((before) => ({ ...before, ...part }))
  const save = () => editor.submit({ read: inputOf, describe, send, done: '已保存' })
  const { form, loaded } = editor
  /** Of a product that could be saved: what is missing is said first. */
  const unstocked = () => {
    // Only what has been saved before was on sale before.
    const stored = id === '' ? null : loaded.value
    return form && inputOf(form).ok ? unstockedSkus(form, stored) : []
  }
  return { ...editor, change, save, unstocked }
}

async function open({ id, copy }: Opened) {
  const productId = id || copy
  if (productId === '') {
    const categories = await callAdmin('categories.list', {})
    return ok(blankForm(mintId, likelyCategory(categories.ok ? categories.value : [])))
  }
  const answer = await callAdmin('products.show', { productId })
  if (!answer.ok) return answer
  const { value } = answer
  return ok(id === '' ? copyOf(value, { newId: mintId, now: now() }) : formOf(value, mintId))
}

/** The category of the product saved last, or the only one there is. */
function likelyCategory(all: readonly Category[]): string {
  const last = lastCategory()
  if (all.some(({ id }) => id === last)) return last
  return all.length === 1 ? (all[0]?.id ?? '') : ''
}

const describe = (error: FieldError, form: ProductForm): EditorIssue => errorCopy(form, error)

async function send(input: SaveProductInput, form: ProductForm): Promise<EditorIssue | null> {
  const refusal = await saveNewCategory(form)
  if (refusal !== null) return { section: 'basics', text: `分类没有存上：${refusal}` }
  const answer = await callAdmin('products.save', input)
  if (!answer.ok) {
    const { error } = answer
    return hasField(error)
      ? errorCopy(form, error)
      : { section: 'basics', text: failureLine(error) }
  }
  rememberCategory(input.categoryId)
  return null
}

/** Where a category stands that nobody has placed: behind those that somebody has. */
const UNPLACED = 1_000

/** Saves the category that was named for this product; it takes the product's first picture. */
async function saveNewCategory({ newCategory, categoryId, pictures }: ProductForm) {
  const name = newCategory.name.trim()
  if (categoryId !== newCategory.id || name === '') return null
  const [picture = ''] = pictures
  const category = { id: newCategory.id, name, picture, sort: UNPLACED, parentId: null }
  const answer = await callAdmin('categories.save', category)
  if (answer.ok) return null
  return answer.error.code === 'TOO_MANY' ? '分类已经够多了' : failureLine(answer.error)
}

const hasField = (error: { code: string; field?: string }): error is FieldError =>
  typeof error.field === 'string' && error.field !== ''
