import { go } from '@/services/route'

/** A link from the workbench to a staff page. */
export type Entry = {
  title: string
  note: string
  /** An operation of the page; the link is hidden from those who may not call it. */
  operation: string
  /** The name of its count on the workbench. */
  waiting?: string
  /** What so many of it ask for today. */
  due?(count: number): string
  open(): void
}

/** All staff pages by group; a new page adds a row. */
export const ENTRIES: readonly { title: string; entries: readonly Entry[] }[] = [
  {
    title: '每天',
    entries: [
      {
        title: '订单',
        note: '发货、查单',
        operation: 'orders.list',
        waiting: 'orders',
        due: (count) => `${count} 单今天要发出`,
        open: go.staffOrders,
      },
      {
        title: '售后',
        note: '退款、退货、换货',
        operation: 'afterSales.list',
        waiting: 'afterSales',
        due: (count) => `${count} 个售后今天要处理`,
        open: () => go.staffAfterSales(),
      },
      {
        title: '客服',
        note: '咨询、投诉、常见问题',
        operation: 'tickets.list',
        waiting: 'tickets',
        due: (count) => `${count} 个咨询今天要回复`,
        open: go.staffTickets,
      },
      {
        title: '未送达',
        note: '没送到的退款和提醒',
        operation: 'outbox.list',
        waiting: 'outbox',
        due: (count) => `${count} 件没送到，等着再试`,
        open: go.staffOutbox,
      },
      {
        title: '卡住的钱',
        note: '没退回的、对不上的钱',
        operation: 'reconciliation.stuck',
        waiting: 'stuckMoney',
        due: (count) => `${count} 笔钱卡住了`,
        open: go.staffStuckMoney,
      },
      {
        title: '没做成',
        note: '店里自动做、但没做成的事',
        operation: 'setAside.list',
        waiting: 'setAside',
        open: go.staffSetAside,
      },
      {
        title: '对账',
        note: '微信账单和店里的账',
        operation: 'reconciliation.list',
        waiting: 'reconciliation',
        due: (count) => `${count} 天的账对不上`,
        open: go.staffReconciliation,
      },
      {
        title: '评价',
        note: '回复、核实举报',
        operation: 'reviews.list',
        waiting: 'reviews',
        open: go.staffReviews,
      },
      {
        title: '问答',
        note: '回答顾客的提问',
        operation: 'questions.list',
        waiting: 'questions',
        open: go.staffQuestions,
      },
    ],
  },
  {
    title: '商品',
    entries: [
      {
        title: '商品',
        note: '上新、改价、上下架',
        operation: 'products.list',
        open: go.staffProducts,
      },
      {
        title: '库存',
        note: '入库、盘点、看流水',
        operation: 'stock.list',
        waiting: 'stock',
        open: go.staffStock,
      },
      {
        title: '分类与标签',
        note: '两级分类、标签',
        operation: 'categories.list',
        open: go.staffCategories,
      },
      { title: '搜索词', note: '大家在找什么', operation: 'words.list', open: go.staffSearchWords },
    ],
  },
  {
    title: '营销',
    entries: [
      {
        title: '活动',
        note: '限时价、满减、赠品、套餐',
        operation: 'promotions.list',
        open: go.staffPromotions,
      },
      { title: '优惠券', note: '发券、看领用', operation: 'coupons.list', open: go.staffCoupons },
      { title: '运费', note: '按地区和重量', operation: 'freight.show', open: go.staffFreight },
    ],
  },
  {
    title: '顾客',
    entries: [
      { title: '常见问题', note: '自动回答什么', operation: 'faq.list', open: go.staffFaq },
      { title: '手记', note: '写用法和来历', operation: 'articles.list', open: go.staffArticles },
      { title: '会员', note: '谁在哪个阶段', operation: 'members.list', open: go.staffMembers },
    ],
  },
  {
    title: '店铺',
    entries: [
      {
        title: '首页',
        note: '横幅、热搜词、版块',
        operation: 'home.save',
        open: go.staffHomeContent,
      },
      {
        title: '微信平台',
        note: '消息模板、支付公钥',
        operation: 'platform.show',
        open: go.staffPlatform,
      },
    ],
  },
]
