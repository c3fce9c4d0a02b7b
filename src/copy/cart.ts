import type { CallError } from '@core/contract'
import type { CartError } from '@core/contract/cart'
import type { NetworkError } from '@core/contract/errors'
import { failureLine } from './failures'

/** Why a cart change failed, in one line. */
export function cartErrorCopy(error: CartError | CallError | NetworkError): string {
  switch (error.code) {
    case 'OUT_OF_STOCK':
      return error.available > 0 ? `只剩 ${error.available} 件了` : '刚刚卖完了'
    case 'TOO_MANY':
      return `一次最多 ${error.quantityMax} 件，更多请联系我们`
    case 'CART_FULL':
      return `购物车最多放 ${error.linesMax} 种，先结一部分吧`
    case 'NOT_FOUND':
      return '这件已经下架了'
    case 'OPTION_WRONG':
      return error.reason === 'FIELD_MISSING' ? '还有一项没有填' : '有一项没填对，改一改再放'
    default:
      return failureLine(error)
  }
}
