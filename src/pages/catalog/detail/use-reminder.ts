import type { ProductView } from '@core/contract/storefront'
import { useEffect, useState } from 'react'
import { failureLine } from '@/copy/failures'
import { type CallFailure, callShop } from '@/services/call'
import { loadMessageTemplates, requestSubscriptions } from '@/services/subscribe'
import { toast } from '@/services/toast'

/** The reminders of a product: of its launch (`null`), and of SKUs that are out of stock. */
export type Reminding = {
  /** Whose reminder is being changed; `undefined` for none. */
  busyId: string | null | undefined
  isReminded(skuId: string | null): boolean
  /** Sets the reminder, or cancels it. */
  toggle(skuId: string | null): Promise<void>
}

type Reminded = ProductView['reminded']

type Events = {
  onChange(product: ProductView): void
  /** It can be bought by now: asks the cloud for the product again. */
  onStale(): Promise<void>
}

/** Sets and cancels the reminders of a product; WeChat asks whether a message may be sent. */
export function useReminder(product: ProductView, { onChange, onStale }: Events): Reminding {
  const { id: productId, reminded, sale, skus } = product
  const [busyId, setBusyId] = useState<string | null | undefined>()
  const canWait = sale.state === 'NOT_YET' || skus.some(({ available }) => available === 0)
  useEffect(() => {
    if (canWait) void loadMessageTemplates()
  }, [canWait])

  const isReminded = (skuId: string | null) =>
    skuId === null ? reminded.launch : reminded.skuIds.includes(skuId)

  const set = async (skuId: string | null) => {
    const isAllowed = await requestSubscriptions([skuId === null ? 'launch' : 'restock'])
    const answer = await callShop('reminders.set', { productId, skuId })
    if (answer.ok) {
      onChange({ ...product, reminded: withSubject(reminded, skuId, true) })
      return toast(setCopy(skuId, isAllowed))
    }
    if (answer.error.code === 'NOT_NEEDED' || answer.error.code === 'NOT_FOUND') await onStale()
    toast(refusalCopy(answer.error))
  }

  const cancel = async (skuId: string | null) => {
    const answer = await callShop('reminders.cancel', { productId, skuId })
    if (!answer.ok) return toast(failureLine(answer.error))
    onChange({ ...product, reminded: withSubject(reminded, skuId, false) })
    toast('不再提醒了')
  }

  const toggle = async (skuId: string | null) => {
    if (busyId !== undefined) return
    setBusyId(skuId)
    await (isReminded(skuId) ? cancel(skuId) : set(skuId))
    setBusyId(undefined)
  }

  return { busyId, isReminded, toggle }
}

function withSubject(reminded: Reminded, skuId: string | null, isOn: boolean): Reminded {
  if (skuId === null) return { ...reminded, launch: isOn }
  const others = reminded.skuIds.filter((id) => id !== skuId)
  return { ...reminded, skuIds: isOn ? [...others, skuId] : others }
}

/** What becomes of it: a message, or, without WeChat's permission, a note on the account page. */
const setCopy = (skuId: string | null, isAllowed: boolean): string => {
  const when = skuId === null ? '开售前' : '到货后'
  return isAllowed ? `${when}在微信里告诉你` : `已记下，${when}在「我的」里看`
}

type Refusal = CallFailure | { code: 'NOT_NEEDED' } | { code: 'NOT_FOUND' }

function refusalCopy(error: Refusal): string {
  switch (error.code) {
    case 'NOT_NEEDED':
      return '现在就可以买了'
    case 'NOT_FOUND':
      return '这一款已经下架了'
    default:
      return failureLine(error)
  }
}
