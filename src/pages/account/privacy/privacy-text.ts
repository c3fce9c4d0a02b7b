import type { ShownProgram } from '@core/contract/program'
import { POINTS_ARRIVAL } from '@/copy/points'
import { earnBothCopy, tiersCopy } from '@/copy/tiers'

/**
 * The text consented to, with the numbers of the programme once the cloud has sent them. A change
 * of meaning needs a new `PRIVACY_VERSION` in the domain.
 */
export const privacyText = (program: ShownProgram | null) => [
  {
    title: '我们知道什么',
    text: '下单需要收货人、手机号和地址；加入会员后记下称呼、生日（可不填）、订单、积分和等级。你同意后，才会记录浏览和搜索过的商品。',
  },
  {
    title: '用来做什么',
    text: '把货送到、算对积分和等级、在你需要时帮上忙。浏览和搜索只用来推荐和关怀，不会让同一件商品对你卖得更贵。',
  },
  {
    title: '怎么保管',
    text: '手机号和地址加密保存，页面上只显示一部分。只有处理订单的店员看得到。我们不把它们交给别人，快递除外。',
  },
  {
    title: '你可以怎么做',
    text: '随时改资料、关掉浏览记录。关掉立即生效，不影响购物、积分和等级。想要一份自己的数据或注销，联系店里就好。',
  },
  {
    title: '会员怎么算',
    text: [
      `不收会费。${program ? earnBothCopy(program) : '消费得积分和成长值'}，运费不算；`,
      `积分${POINTS_ARRIVAL}，成长值付款当时就加。`,
      program ? `${tiersCopy(program)}。` : '',
    ].join(''),
  },
]
