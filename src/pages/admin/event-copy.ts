import type { TimelineRow } from '@core/contract/customers'
import { dayOf } from '@core/kernel/calendar'
import { formatFen } from '@core/kernel/money'
import { assertNever } from '@core/kernel/result'
import { blockCopy } from '@/copy/blocks'
import { transitionCopy } from '@/copy/lifecycle'

/** An event in one line of a customer's timeline. */
export function eventCopy(row: TimelineRow): string {
  const title = row.productTitle ? ` ${row.productTitle}` : ''
  const amount = row.fen === undefined ? '' : ` ¥${formatFen(row.fen)}`
  switch (row.kind) {
    case 'view':
      return `浏览${title || '商品'}`
    case 'search':
      return row.word ? `搜索「${row.word}」` : '搜索'
    case 'searchClick':
      return row.word
        ? `搜索「${row.word}」后点开${title || '商品'}`
        : `搜索后点开${title || '商品'}`
    case 'read':
      return `读了${row.articleTitle ? `《${row.articleTitle}》` : '手记'}${tagCopy(row.tags)}`
    case 'favourite':
      return `收藏${title || '商品'}`
    case 'cart':
      return `加入购物车${title}`
    case 'order':
      return `下单${amount}`
    case 'pay':
      return `付款${amount}${row.points ? `，${row.points} 积分待到账` : ''}`
    case 'confirm':
      return '确认收货'
    case 'complete':
      return `订单完成${row.points ? `，${row.points} 积分到账` : ''}`
    case 'refund':
      return `退款${amount}`
    case 'arrive':
      return `从分享的卡片来看${title || '商品'}`
    case 'rate':
      return `评价${title || '商品'}`
    case 'ask':
      return `提问${title || '商品'}`
    case 'close':
      return `订单关闭${amount}`
    case 'review':
      return row.transitions[0] ? transitionCopy(row.transitions[0]) : '重新看过，没有变化'
    case 'firstContact':
      return '第一次来'
    case 'join':
      return '成为会员'
    case 'import':
      return '从原来的系统导入'
    case 'block':
      return `${blockCopy(row.until ?? null, dayOf(row.at))}：${row.words ?? ''}`
    case 'unblock':
      return '解除拉黑'
    default:
      return assertNever(row.kind)
  }
}

const tagCopy = (tags: readonly string[] = []): string =>
  tags.length === 0 ? '' : `，关于${tags.join('、')}`
