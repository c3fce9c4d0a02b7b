import type { ChangeAddressError } from '@core/contract/order-care'
import { failureLine } from '@/copy/failures'
import { moveErrorCopy } from '@/copy/orders'
import { type CallFailure, callShop } from '@/services/call'
import { toast } from '@/services/toast'
import type { Refusal, toAddress } from './address-errors'

/** Sends an order that is placed already to the address of a form without errors. */
export async function moveOrder(
  orderId: string,
  { phone = '', ...place }: ReturnType<typeof toAddress>,
): Promise<Refusal | null> {
  const answer = await callShop('orders.changeAddress', { orderId, address: { ...place, phone } })
  if (!answer.ok) return { note: whyNot(answer.error) }
  toast('这一单改寄到新地址了')
  return null
}

const MOVE_ERRORS = ['FREIGHT_DIFFERS', 'NO_DELIVERY', 'WRONG_STATE'] as const

const isMoveError = (error: ChangeAddressError | CallFailure): error is ChangeAddressError =>
  (MOVE_ERRORS as readonly string[]).includes(error.code)

const whyNot = (error: ChangeAddressError | CallFailure): string =>
  isMoveError(error) ? moveErrorCopy(error) : failureLine(error)
