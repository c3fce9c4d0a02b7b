const KINDS: Partial<Record<string, string>> = {
  refundLatePayment: '关单后到账的钱退回',
  refund: '退款',
  shippingInfo: '把发货信息告诉微信',
  serviceText: '微信里的客服回复',
  'notice:payReminder': '付款提醒',
  'notice:shipped': '发货提醒',
  'notice:refunded': '退款提醒',
  'notice:questionAnswered': '问答回复提醒',
  'notice:ticketAnswered': '客服回复提醒',
  'notice:guide': '使用指南',
  'notice:launch': '开售提醒',
  'notice:restock': '到货提醒',
}

/** What a message is about. */
export const messageCopy = (kind: string): string => KINDS[kind] ?? kind

const REASONS: readonly [part: string, copy: string][] = [
  ['48 hours', '顾客 48 小时没说话，微信不让再发，请用别的办法联系'],
  ['five answers', '一条消息最多回五次，等顾客再说话'],
  ['no code for the carrier', '微信不认识这家快递，请到微信后台录入'],
  ['the payer is not known', '付款人已经注销'],
  ['INTERNAL', '店里出错了，再送一次'],
]

/** Why a message failed; WeChat's own text when no other is known. */
export const reasonCopy = (reason: string): string =>
  REASONS.find(([part]) => reason.includes(part))?.[1] ?? reason
