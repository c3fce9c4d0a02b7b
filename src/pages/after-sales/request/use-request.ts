import type { AfterSaleOptions } from '@core/contract/after-sales'
import type { AfterSaleKind, AfterSaleReason } from '@core/domain/after-sales/after-sale'
import { EVIDENCE_MAX } from '@core/kernel/limits'
import { useRef, useState } from 'react'
import { afterSaleErrorCopy } from '@/copy/after-sales'
import { useLeaveQuestion } from '@/hooks/use-leave-question'
import { usePhotos } from '@/hooks/use-photos'
import { callShop } from '@/services/call'
import { mintId } from '@/services/ids'
import { go } from '@/services/route'
import { requestSubscriptions } from '@/services/subscribe'
import { allowedPicks, initialPicks, type Picks, pickedLines } from './picks'

/** The current state of the form. */
export type RequestFormState = {
  kind: AfterSaleKind
  picks: Picks
  reason: AfterSaleReason | null
  words: string
  /** The SKU to exchange for; `null` is the same one. */
  exchangeSkuId: string | null
}

type RequestOptions = { orderId: string; options: AfterSaleOptions; lineKey: string | null }

/** State and submission of a request; the input is kept on failure, a retry is idempotent. */
export function useRequest({ orderId, options, lineKey }: RequestOptions) {
  const { kinds, lines } = options
  const [form, setForm] = useState<RequestFormState>(() => {
    // Shipped goods are usually returned; unshipped ones are only refunded.
    const kind = kinds.find((one) => one === 'returnRefund') ?? kinds[0] ?? 'refund'
    const picks = initialPicks(lines, kind, lineKey)
    return { kind, picks, reason: null, words: '', exchangeSkuId: null }
  })
  const photos = usePhotos(EVIDENCE_MAX, 'evidence')
  const question = useLeaveQuestion(
    form.reason !== null || form.words.trim() !== '' || photos.names.length > 0,
  )
  const [error, setError] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  // One id per request: a retry after a lost response is the same request and one refund.
  const id = useRef(mintId())

  const change = (part: Partial<RequestFormState>) => {
    setError(null)
    setForm((before) => {
      const next = { ...before, ...part }
      return { ...next, picks: allowedPicks(lines, next.kind, next.picks) }
    })
  }

  const send = async () => {
    const pieces = pickedLines(form.picks)
    const { reason } = form
    if (pieces.length === 0) return setError('先选要退的商品')
    if (reason === null) return setError('选一个原因，店家好处理')
    setError(null)
    setBusy(true)
    const subscribing = requestSubscriptions(form.kind === 'exchange' ? [] : ['refunded'])
    const answer = await callShop('afterSales.request', {
      afterSaleId: id.current,
      orderId,
      kind: form.kind,
      lines: pieces,
      reason,
      words: form.words.trim(),
      pictures: photos.names,
      exchangeSkuId: form.kind === 'exchange' ? form.exchangeSkuId : null,
    })
    await subscribing
    setBusy(false)
    if (answer.ok) {
      question.stop()
      return void go.replaceWithAfterSale(answer.value.id)
    }
    if (answer.error.code === 'AFTER_SALE_ID_TAKEN') id.current = mintId()
    setError(afterSaleErrorCopy(answer.error))
  }

  return { form, change, photos, error, isBusy, send }
}
