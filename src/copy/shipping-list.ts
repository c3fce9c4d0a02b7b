import type { ListedOutcome } from '@core/contract/shipping'
import type { ListError } from '@core/domain/orders/shipping-list'
import { assertNever } from '@core/kernel/result'
import { ORDER_STATE_COPY } from './orders'
import { numberUsedCopy } from './parcels'

/** What is wrong with a line of a list of parcels, and what to do about it. */
export function listErrorCopy(error: ListError): string {
  switch (error.code) {
    case 'COLUMNS':
      return '要写成：订单号，快递，单号'
    case 'TRACKING_NUMBER':
      return `「${error.text}」不像快递单号`
    case 'ROUNDED':
      return `「${error.text}」被表格四舍五入了，把那一列设成文本再复制`
    case 'CARRIER_UNKNOWN':
      return `不认识「${error.text}」这家快递，换个名字或代码`
    case 'CARRIER_NEEDED':
      return error.candidates.length === 0
        ? '认不出是哪家快递，在订单号后面补上'
        : `可能是${error.candidates.join('、')}，在订单号后面补上是哪家`
    case 'ORDER_TWICE':
      return `和第 ${error.line} 行是同一个订单，分几个包裹发请到订单里发`
    case 'NUMBER_TWICE':
      return `单号和第 ${error.line} 行一样`
    default:
      return assertNever(error)
  }
}

/** What would become of a parcel of a list, or has become of it. */
export function outcomeCopy(outcome: ListedOutcome): string {
  switch (outcome.outcome) {
    case 'READY':
      return `可以发，${piecesCopy(outcome)}`
    case 'SHIPPED':
      return `已发出，${piecesCopy(outcome)}`
    case 'SHIPPED_BEFORE':
      return '之前已经用这个单号发过，不会再发'
    case 'REFUSED':
      return refusalCopy(outcome.error)
    default:
      return assertNever(outcome)
  }
}

const piecesCopy = ({ memberName, pieces }: { memberName: string; pieces: number }): string =>
  [memberName, `${pieces} 件`].filter(Boolean).join(' · ')

type Refusal = Extract<ListedOutcome, { outcome: 'REFUSED' }>['error']

function refusalCopy(error: Refusal): string {
  switch (error.code) {
    case 'NOT_FOUND':
      return '没有这个订单，看看订单号'
    case 'WRONG_STATE':
      return `订单现在「${ORDER_STATE_COPY[error.state]}」，不能发货`
    case 'PARCEL_MISMATCH':
      return '这单没有要发的东西，可能在售后中'
    case 'NUMBER_USED':
      return numberUsedCopy(error.orderId)
    case 'TOO_MANY_PARCELS':
      return `一单最多 ${error.max} 个包裹`
    case 'FAILED':
      return '这一单没发成，再发一次'
    default:
      return assertNever(error)
  }
}
