import type { NotificationFields, NotificationKind } from '@core/domain/notifications/notification'

/** What each field of a message is called beside its key. */
export const FIELD_NAMES: { [K in NotificationKind]: NotificationFields<K> } = {
  payReminder: { goods: '商品', total: '金额', payBy: '付款截止' },
  shipped: { goods: '商品', carrier: '快递公司', number: '运单号' },
  refunded: { goods: '商品', amount: '退款金额', at: '退款时间' },
  questionAnswered: { product: '商品', answer: '回答', at: '回答时间' },
  ticketAnswered: { subject: '问题', answer: '回复', at: '回复时间' },
  guide: { product: '商品', guide: '指南' },
  launch: { product: '商品', at: '开售时间' },
  restock: { product: '商品', at: '到货时间' },
}
