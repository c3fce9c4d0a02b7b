import type { CallError } from '@core/contract'
import type { NetworkError } from '@core/contract/errors'
import type { LinesError, PlaceOrderError } from '@core/contract/orders'
import type { Day } from '@core/kernel/calendar'
import { formatMoment } from './dates'
import { failureLine } from './failures'
import { formatAmount } from './numbers'

/** Line titles by SKU and the current day, which the messages mention. */
type CheckoutErrorContext = { lines: readonly { skuId: string; title: string }[]; today: Day }

/** Why an order could not be placed or priced, and what to do. */
export function checkoutErrorCopy(
  error: PlaceOrderError | LinesError | CallError | NetworkError,
  context: CheckoutErrorContext,
): string {
  const title = 'skuId' in error ? titleOf(error.skuId, context) : ''
  switch (error.code) {
    case 'PRICE_CHANGED':
      return `价格刚刚变了，现在是 ${formatAmount(error.totalFen)}，看过再付`
    case 'GIFT_GONE': {
      const gone = [...new Set(error.gifts.map(({ skuId }) => titleOf(skuId, context)))]
      return `赠品 ${gone.join('、')} 刚刚送完了，没有它是 ${formatAmount(error.totalFen)}，看过再付`
    }
    case 'OFFER_GONE':
      return '有一项优惠刚刚用完了，已按现在的价格重新算过，看过再付'
    case 'OUT_OF_STOCK':
      return error.available > 0
        ? `${title} 只剩 ${error.available} 件，请回购物车改一下`
        : `${title} 刚刚卖完了，请回购物车移出`
    case 'NOT_YET_ON_SALE':
      return `${title} ${formatMoment(error.from, context.today)} 才开售，到时再来`
    case 'LIMIT_REACHED':
      return error.per === 'order'
        ? `${title} 每单最多 ${error.max} 件，请回购物车减一些`
        : `${title} 每人最多 ${error.max} 件，之前买过的也算在内`
    case 'OPTION_WRONG':
      return `${title} 的定制内容要改一改，请移出后重新加入`
    case 'TOTAL_TOO_HIGH':
      return `一单最多 ${formatAmount(error.maxFen)}，请分开下单，或联系我们`
    case 'ORDER_TOO_LARGE':
      return '这一单的内容太多，请分成两单下'
    case 'NO_DELIVERY':
      return `${error.province}暂时送不到，换个地址试试`
    case 'PRODUCT_GONE':
      return `${title} 刚刚下架了，请回购物车看看`
    case 'ADDRESS_NEEDED':
      return '还差一个收货地址'
    case 'NETWORK':
      return '没有连上店里，再按一次就好，不会重复下单'
    case 'INVALID_INPUT':
      return '有一项没填对，请检查地址和备注'
    default:
      return failureLine(error)
  }
}

const titleOf = (skuId: string, { lines }: CheckoutErrorContext): string =>
  lines.find((line) => line.skuId === skuId)?.title ?? '有一件'
