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

/** The editor of a product. */
export function useProduct(productId: string) {
  const editor = useEditor<ProductForm, EditorIssue>(productId, () => open(productId))
  const change = (part: Partial<ProductForm>) => editor.update((before) => ({ ...before, ...part }))
  const save = () => editor.submit({ read: inputOf, describe, send, done: '已保存' })
  return { ...editor, change, save }
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
