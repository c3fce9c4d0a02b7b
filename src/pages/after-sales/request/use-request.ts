import type { AfterSaleOptions, AfterSaleView } from '@core/contract/after-sales'
import type { AfterSaleKind, AfterSaleReason } from '@core/domain/after-sales/after-sale'
import { EVIDENCE_MAX } from '@core/kernel/limits'
import { isSameValue } from '@core/kernel/same-value'
import { useRef, useState } from 'react'
import { afterSaleErrorCopy } from '@/copy/after-sales'
import { useLeaveQuestion } from '@/hooks/use-leave-question'
import { usePhotos } from '@/hooks/use-photos'
import { callShop } from '@/services/call'
import { mintId } from '@/services/ids'
import { go } from '@/services/route'
import { requestSubscriptions } from '@/services/subscribe'
import { toast } from '@/services/toast'
import { allowedPicks, initialPicks, type Picks, pickedLines, picksOf } from './picks'

/** The current state of the form. */
export type RequestFormState = {
  kind: AfterSaleKind
  picks: Picks
  reason: AfterSaleReason | null
  words: string
  /** The SKU to exchange for; `null` is the same one. */
  exchangeSkuId: string | null
}

type RequestOptions = {
  orderId: string
  options: AfterSaleOptions
  lineKey: string | null
  /** The request that is being changed; `null` for a new one. */
  changed: AfterSaleView | null
}

/** State and submission of a request; the input is kept on failure, a retry is idempotent. */
export function useRequest({ orderId, options, lineKey, changed }: RequestOptions) {
  const { lines } = options
  const [first] = useState(() => (changed ? formOf(changed, options) : newForm(options, lineKey)))
  const [form, setForm] = useState(first)
  const photosBefore = changed?.pictures ?? []
  const photos = usePhotos(EVIDENCE_MAX, 'evidence', photosBefore)
  const question = useLeaveQuestion(
    !isSameValue(form, first) || !isSameValue(photos.names, photosBefore),
  )
  const [error, setError] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  // One id per request: a retry after a lost response is the same request and one refund.
  const id = useRef(changed?.id ?? mintId())

  const change = (part: Partial<RequestFormState>) => {
    setError(null)
    setForm((before) => {
      const next = { ...before, ...part }
      return { ...next, picks: allowedPicks(lines, next.kind, next.picks) }
    })
  }

  const send = async () => {
    const pieces = pickedLines(form.picks)
    const { kind, reason } = form
    if (pieces.length === 0) return setError('先选要退的商品')
    if (reason === null) return setError('选一个原因，店家好处理')
    setError(null)
    setBusy(true)
    const asked = {
      afterSaleId: id.current,
      kind,
      lines: pieces,
      reason,
      words: form.words.trim(),
      pictures: photos.names,
      exchangeSkuId: kind === 'exchange' ? form.exchangeSkuId : null,
    }
    const subscribing = requestSubscriptions(kind === 'exchange' ? [] : ['refunded'])
    const answer = changed
      ? await callShop('afterSales.change', { ...asked, version: changed.version })
      : await callShop('afterSales.request', { ...asked, orderId })
    await subscribing
    setBusy(false)
    if (answer.ok) {
      question.stop()
      if (!changed) return void go.replaceWithAfterSale(answer.value.id)
      toast('改好了，店家看到的是最新的')
      return go.back()
    }
    if (answer.error.code === 'AFTER_SALE_ID_TAKEN') id.current = mintId()
    setError(afterSaleErrorCopy(answer.error))
  }

  return { form, change, photos, error, isBusy, send }
}

/** Shipped goods are usually returned; unshipped ones are only refunded. */
function newForm({ kinds, lines }: AfterSaleOptions, lineKey: string | null): RequestFormState {
  const kind = kinds.find((one) => one === 'returnRefund') ?? kinds[0] ?? 'refund'
  const picks = initialPicks(lines, kind, lineKey)
  return { kind, picks, reason: null, words: '', exchangeSkuId: null }
}

/** What a request says; a kind that is no longer possible becomes one that is. */
function formOf(request: AfterSaleView, { kinds, lines }: AfterSaleOptions): RequestFormState {
  const { reason, words, exchangeSkuId } = request
  const kind = kinds.find((one) => one === request.kind) ?? kinds[0] ?? request.kind
  return { kind, picks: picksOf(lines, { ...request, kind }), reason, words, exchangeSkuId }
}
