import type { SaveFaqInput } from '@core/contract/service'

type FaqText = Pick<SaveFaqInput, 'question' | 'alike' | 'answer'>

/** The questions in the order of the help page. */
const FAQ_TEXTS: readonly FaqText[] = [
  {
    question: '多久发货',
    alike: ['什么时候发货', '还没发货', '几天发货'],
    answer: '现货付款后第二天发出。鲜果和花草按时令，页面上写着日子。',
  },
  {
    question: '发什么快递',
    alike: ['用哪家快递', '可以发顺丰吗'],
    answer: '都发顺丰，鲜果走冷链。想换一家，请在订单备注里写上。',
  },
  {
    question: '运费怎么算',
    alike: ['包邮吗', '满多少包邮', '邮费多少'],
    answer:
      '多数地方满 99 元包邮，不满的首重 8 元，江浙沪 6 元；新疆、西藏满 299 元包邮，首重 18 元。' +
      '结算时会写清楚还差多少包邮。',
  },
  {
    question: '水果坏了怎么办',
    alike: ['樱桃坏了', '收到坏果', '水果压坏了'],
    answer: '签收 24 小时内拍照，在订单里申请「仅退款」，坏几颗赔几颗，不用寄回。',
  },
  {
    question: '怎么退货',
    alike: ['可以退吗', '想退货', '七天无理由'],
    answer:
      '收货 7 天内，没拆封的都能退：订单详情里点「申请售后」，按提示寄回就好。鲜果和现烤点心不支持无理由退货。',
  },
  {
    question: '退款多久到账',
    alike: ['钱什么时候退回来', '退款没到账'],
    answer: '我们同意后原路退回，零钱当天到，银行卡一般 1 到 3 个工作日。',
  },
  {
    question: '可以开发票吗',
    alike: ['发票怎么开', '要发票'],
    answer: '可以。收货后把抬头、税号和订单号留言给客服，三个工作日内发电子发票。',
  },
  {
    question: '茶叶怎么保存',
    alike: ['龙井能放多久', '茶要不要放冰箱'],
    answer:
      '绿茶密封冷藏，开罐后三个月内喝完；红茶、乌龙常温避光；白茶和普洱干燥通风，可以长期放。',
  },
  {
    question: '蜂蜜结晶了还能吃吗',
    alike: ['蜂蜜变白了', '蜂蜜凝固了'],
    answer: '能吃，结晶是葡萄糖析出，好蜜天冷都会这样。连瓶泡在 40 度以下的温水里，慢慢就化开了。',
  },
  {
    question: '有礼盒吗',
    alike: ['可以送礼吗', '能写贺卡吗', '礼盒包装'],
    answer:
      '茶和点心有礼盒装，选规格时能看到。写着「手写卡片」的商品可以加一张，3 元，' +
      '写什么请填在备注里，我们手写。',
  },
  {
    question: '积分怎么用',
    alike: ['积分能抵钱吗', '积分有什么用'],
    answer: '100 积分抵 1 元，下单时可以选，最多抵商品金额的一半。' + '新得的积分售后期过后可用。',
  },
  {
    question: '怎么改地址',
    alike: ['地址填错了', '想换收货地址'],
    answer: '没发货前给客服留言，写上订单号和新地址。已经发出的请联系快递改派。',
  },
]

/** Distance of two entries in `sort`, so that one can be inserted later. */
const SORT_STEP = 10

/** The demo shop's FAQ. */
export const faq: readonly SaveFaqInput[] = FAQ_TEXTS.map((entry, at) => ({
  id: `demofaq${String(at + 1).padStart(12, '0')}`,
  ...entry,
  isShown: true,
  sort: (at + 1) * SORT_STEP,
}))
