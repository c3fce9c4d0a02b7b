import type { Persona } from '../http/personas'

/** Who keeps the shop; `OWNER_OPENIDS` of a local cloud names this openid. */
export const OWNER_OPENID = 'oDemo-owner'

/** The people of the persona switch, the first one being who you are at first. */
export const personas: readonly Persona[] = [
  {
    openid: 'oDemo-linwan',
    name: '林晚',
    note: '忠诚 · 金卡。三四周买一次，多是茶和点心',
    role: 'customer',
  },
  {
    openid: 'oDemo-newcomer',
    name: '新客',
    note: '还没来过。从第一眼看起，可以入会、下第一单',
    role: 'customer',
  },
  {
    openid: 'oDemo-xiaoman',
    name: '小满',
    note: '兴趣 · 初次接触。收藏了，加了购物车，还没买过',
    role: 'customer',
  },
  {
    openid: 'oDemo-zhaoqing',
    name: '赵青',
    note: '忠诚 · 黑金。一年多的老主顾',
    role: 'customer',
  },
  {
    openid: 'oDemo-zhouqiao',
    name: '周乔',
    note: '刚下了一单，还没付。30 分钟不付会自动关闭',
    role: 'customer',
  },
  {
    openid: 'oDemo-chenyu',
    name: '陈屿',
    note: '忠诚 · 沉默期。以前半个月买一次，两个多月没来',
    role: 'customer',
  },
  {
    openid: 'oDemo-shenhe',
    name: '沈禾',
    note: '购买 · 流失期。买过一次，大半年没来',
    role: 'customer',
  },
  {
    openid: 'oDemo-hechuan',
    name: '何川',
    note: '流失过，上周回来又买了一单',
    role: 'customer',
  },
  {
    openid: OWNER_OPENID,
    name: '店主',
    note: '商家。看会员、订单，发货',
    role: 'merchant',
  },
]
