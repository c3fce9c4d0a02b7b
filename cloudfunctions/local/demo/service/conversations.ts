import type { OpenTicketInput } from '@core/contract/service'

/** A question or a complaint of a demo customer, and what the shop answered a day later. */
export type Conversation = {
  openid: string
  daysAgo: number
  kind: OpenTicketInput['kind']
  productId: string | null
  text: string
  /** Absent while the shop has not answered. */
  reply?: string
  /** The customer said that it is settled. */
  isSettled?: true
}

/** What customers of the demo shop wrote, oldest first. One of the last is overdue. */
export const conversations: readonly Conversation[] = [
  {
    openid: 'oDemo-zhaoqing',
    daysAgo: 26,
    kind: 'contact',
    productId: 'stoneware-jar',
    text: '这个罐子装龙井可以吗，会不会串味',
    reply: '可以的，内壁上了釉，不吸味。第一次用之前开水烫一下、晾干就好。',
    isSettled: true,
  },
  {
    openid: 'oDemo-yezhiqiu',
    daysAgo: 19,
    kind: 'complaint',
    productId: 'salt-cookie',
    text: '这一罐碎了小半罐，是不是压着了',
    reply: '对不起，看照片是路上压的。碎的那部分已经给您登记补发，明天寄出，不用退回。',
  },
  {
    openid: 'oDemo-linwan',
    daysAgo: 8,
    kind: 'contact',
    productId: 'longjing',
    text: '下一季的雨前还会有吗，想囤两罐给爸爸',
    reply: '会有，谷雨前后到。到货了先给老客人留，到时候在这里告诉您。',
  },
  {
    openid: 'oDemo-xiazhi',
    daysAgo: 5,
    kind: 'contact',
    productId: 'weekly-flowers',
    text: '出差两周，每周花束能不能先停一停',
  },
  {
    openid: 'oDemo-tangguo',
    daysAgo: 1,
    kind: 'contact',
    productId: null,
    text: '请问什么时候发货呀',
  },
  {
    openid: 'oDemo-xiaoman',
    daysAgo: 0,
    kind: 'contact',
    productId: 'cherries',
    text: '樱桃可以挑大一点的吗，送人',
  },
]
