import type { AfterSaleOptions } from '@core/contract/after-sales'
import type { AfterSaleKind, AfterSaleReason } from '@core/domain/after-sales/after-sale'
import { EVIDENCE_MAX } from '@core/kernel/limits'
import { useRef, useState } from 'react'
import { afterSaleErrorCopy } from '@/copy/after-sales'
import { usePhotos } from '@/hooks/use-photos'
import { callShop } from '@/services/call'
import { mintId } from '@/services/ids'
import { go } from '@/services/route'
import { requestSubscriptions } from '@/services/subscribe'
import { initialPicks, type Picks, pickedLines, allowedPicks } from './picks'

/** What is asked for, as far as it is filled in. */
export type RequestFormState = {
  kind: AfterSaleKind
  picks: Picks
  reason: AfterSaleReason | null
  words: string
  /** The SKU wanted instead; `null` is the same one again. */
  exchangeSkuId: string | null
}

type RequestOptions = { orderId: string; options: AfterSaleOptions; lineKey: string | null }

/** The form of a request: what was typed stays until it has arrived, and it arrives once. */
export function useRequest({ orderId, options, lineKey }: RequestOptions) {
  const { kinds, lines } = options
  const [form, setForm] = useState<RequestFormState>(() => {
    // What was sent is mostly sent back; what was not is only paid back.
    const kind = kinds.find((one) => one === 'returnRefund') ?? kinds[0] ?? 'refund'
    const picks = initialPicks(lines, kind, lineKey)
    return { kind, picks, reason: null, words: '', exchangeSkuId: null }
  })
  const photos = usePhotos(EVIDENCE_MAX, 'evidence')
  const [fault, setFault] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  // Sent again after a lost answer it is the same request, and its refund is one refund.
  const id = useRef(mintId())

  const change = (part: Partial<RequestFormState>) => {
    setFault(null)
    setForm((before) => {
      const next = { ...before, ...part }
      return { ...next, picks: allowedPicks(lines, next.kind, next.picks) }
    })
  }

  const send = async () => {
    const pieces = pickedLines(form.picks)
    const { reason } = form
    if (pieces.length === 0) return setFault('先选要退的商品')
    if (reason === null) return setFault('选一个原因，店家好处理')
    setFault(null)
    setBusy(true)
    const asking = requestSubscriptions(form.kind === 'exchange' ? [] : ['refunded'])
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
    await asking
    setBusy(false)
    if (answer.ok) return void go.replaceWithAfterSale(answer.value.id)
    if (answer.error.code === 'AFTER_SALE_ID_TAKEN') id.current = mintId()
    setFault(afterSaleErrorCopy(answer.error))
  }

  return { form, change, photos, fault, isBusy, send }
}
