import type { SaveProductInput } from '@core/contract/products'
import { ok } from '@core/kernel/result'
import { failureLine } from '@/copy/failures'
import type { FieldError } from '@/pages/admin/form/form-reader'
import { useEditor } from '@/pages/admin/form/use-editor'
import { callAdmin } from '@/services/call'
import { mintId } from '@/services/ids'
import { type EditorIssue, errorCopy } from './error-copy'
import type { ProductForm } from './fields'
import { blankForm, formOf, inputOf } from './form'
import { unstockedSkus } from './unstocked'

/** The editor of a product. */
export function useProduct(productId: string) {
  const editor = useEditor<ProductForm, EditorIssue>(productId, () => open(productId))
  const change = (part: Partial<ProductForm>) => editor.update((before) => ({ ...before, ...part }))
  const save = () => editor.submit({ read: inputOf, describe, send, done: '已保存' })
  const { form, loaded } = editor
  // Only what has been saved before was on sale before.
  const stored = productId === '' ? null : loaded.value
  const unstocked = form ? unstockedSkus(form, stored) : []
  return { ...editor, change, save, unstocked }
}

async function open(productId: string) {
  if (productId === '') return ok(blankForm(mintId))
  const answer = await callAdmin('products.show', { productId })
  return answer.ok ? ok(formOf(answer.value)) : answer
}

const describe = (error: FieldError, form: ProductForm): EditorIssue => errorCopy(form, error)

async function send(input: SaveProductInput, form: ProductForm): Promise<EditorIssue | null> {
  const answer = await callAdmin('products.save', input)
  if (answer.ok) return null
  const { error } = answer
  return hasField(error) ? errorCopy(form, error) : { section: 'basics', text: failureLine(error) }
}

const hasField = (error: { code: string; field?: string }): error is FieldError =>
  typeof error.field === 'string' && error.field !== ''
