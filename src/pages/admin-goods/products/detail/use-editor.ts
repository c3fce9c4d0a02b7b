import { useEffect, useState } from 'react'
import { failureLine } from '@/copy/failures'
import { type Loaded, useLoad } from '@/hooks/use-load'
import { callAdmin } from '@/services/call'
import { mintId } from '@/services/ids'
import { go } from '@/services/route'
import { toast } from '@/services/toast'
import { errorCopy, type Part } from './error-copy'
import { blankForm, type FormError, formOf, inputOf, type ProductForm } from './form'

/** An editor: the form, what is wrong with it, and how it is saved. */
export type Editor = {
  form: ProductForm | null
  fault: { part: Part; words: string } | null
  isBusy: boolean
  loaded: Loaded<ProductForm, { code: string; requestId?: string }>
  change(part: Partial<ProductForm>): void
  save(): Promise<void>
}

/** Keeps a product's form; what was typed stays until the shop has it. */
export function useEditor(productId: string): Editor {
  const loaded = useLoad(() => fetchForm(productId), productId)
  const [form, setForm] = useState<ProductForm | null>(null)
  const [fault, setFault] = useState<Editor['fault']>(null)
  const [isBusy, setBusy] = useState(false)
  const first = loaded.value
  useEffect(() => {
    if (first) setForm(first)
  }, [first])

  const change = (part: Partial<ProductForm>) => {
    setForm((before) => before && { ...before, ...part })
    setFault(null)
  }

  const save = async () => {
    if (!form || isBusy) return
    const input = inputOf(form)
    if (!input.ok) return setFault(errorCopy(form, input.error))
    setBusy(true)
    const answer = await callAdmin('products.save', input.value)
    setBusy(false)
    if (answer.ok) {
      toast('已保存')
      return go.back()
    }
    setFault(isNamed(answer.error) ? errorCopy(form, answer.error) : other(answer.error))
  }

  return { form, fault, isBusy, loaded, change, save }
}

async function fetchForm(productId: string) {
  if (productId === '') return { ok: true as const, value: blankForm(mintId) }
  const answer = await callAdmin('products.show', { productId })
  return answer.ok ? { ok: true as const, value: formOf(answer.value) } : answer
}

const isNamed = (error: { code: string; field?: string }): error is FormError =>
  typeof error.field === 'string' && error.field !== ''

const other = (error: { code: string; requestId?: string }) => ({
  part: 'basics' as const,
  words: failureLine(error),
})
