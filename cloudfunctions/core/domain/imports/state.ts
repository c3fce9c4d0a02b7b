import { cellText } from './cell'

/** What the state of an order says of the sale. `part`: some of its money went back. */
export type SaleState = 'sale' | 'part' | 'none' | 'unknown'

/** What the person who imports says of states that are not known here, by name. */
export type DeclaredStates = Readonly<Record<string, 'sale' | 'none'>>

const oneOf = (...patterns: string[]): RegExp => new RegExp(patterns.join('|'), 'i')

/** Money went back, but not all of it. */
const PART = oneOf('部分(已)?退', '退(款)?部分', 'partial\\w*.?refund')
/** A refund that was not asked for, or not made. */
const NOT_REFUNDED = oneOf(
  '^(无|未|没有|不)(发生|申请)?(退|售后|取消|关闭)',
  '^(无|未)$',
  '(退款|退货|售后)(申请)?(已)?(关闭|取消|失败|撤销|驳回)',
  '(拒绝|驳回|撤销|取消)了?(退|售后)',
  'not.refunded|no.refund|refund.?(closed|rejected|declined|cancel)',
)
/** Never paid, or all of the money went back. */
const NO_SALE = oneOf(
  '关闭|取消|作废|无效|撤单|撤销|删除|超时|过期|拒收|未完成',
  '待付|待支付|未付|未支付|等待(买家)?付款|(付款|支付|交易|下单)失败',
  '退款(成功|完成)|退货(退款)?(成功|完成)|已退|全(额|部)退|^退款$|^退货$',
  'cancel|close|void|unpaid|not.?pa(y|id)|(pending|awaiting).?pay|wait.*pay$|^pending$',
  '^refund$|refunded|revoked|fail|error|userpaying|expired|declined|denied|rejected',
  'invalid|draft|abandon|incomplete',
)
const SALE = oneOf(
  '成功|完成|完结|付款|支付|已付|发货|出库|配送|运输|在途|收货|签收|评价|自提|核销',
  '备货|拣货|配货|打包|退款中|退货中|售后|申请退|退款处理|待退|正常|有效|成交|进行中',
  '已确认|已接单|paid|ship|deliver|complete|finish|success|fulfil|process|confirm|received',
  'done|^ok$|dispatch|transit|refund.?(requested|pending)|send.?goods',
)

/** The first that fits decides: "not paid" stands before "paid". */
const RULES = [
  ['part', PART],
  ['sale', NOT_REFUNDED],
  ['none', NO_SALE],
  ['sale', SALE],
] as const

/** Reads the state of an order; no state at all is a sale. */
export function saleStateOf(cell: string, declared: DeclaredStates): SaleState {
  const text = cellText(cell)
  if (text === '') return 'sale'
  const said = Object.hasOwn(declared, text) ? declared[text] : undefined
  return said ?? RULES.find(([, pattern]) => pattern.test(text))?.[0] ?? 'unknown'
}
