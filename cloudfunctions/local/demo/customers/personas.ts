import { type CustomerHistory, customer } from './history'

/** The customers of the persona switch, except the one who has never been here. */
export const personaCustomers: readonly CustomerHistory[] = [
  customer('linwan', '林晚', {
    from: 410,
    until: 4,
    orders: [402, 371, 338, 309, 271, 240, 203, 169, 130, 98, 71, 47, 28, 6],
    averageYuan: 96,
    visits: 10,
    categories: ['tea', 'pastry'],
  }),
  customer('xiaoman', '小满', {
    from: 12,
    until: 2,
    visits: 3,
    interest: 'cart',
    categories: ['fruit', 'honey'],
  }),
  customer('zhaoqing', '赵青', {
    from: 405,
    until: 3,
    orders: 18,
    averageYuan: 215,
    visits: 8,
    categories: ['tea', 'home', 'garden'],
  }),
  customer('zhouqiao', '周乔', {
    from: 5,
    until: 1,
    visits: 1,
    categories: ['honey', 'pastry'],
    leavesUnpaid: true,
  }),
  customer('chenyu', '陈屿', {
    from: 230,
    until: 86,
    orders: 7,
    averageYuan: 96,
    visits: 3,
    categories: ['honey', 'pastry'],
  }),
  customer('shenhe', '沈禾', {
    from: 262,
    until: 255,
    orders: [255],
    averageYuan: 76,
    categories: ['fruit'],
  }),
  customer('hechuan', '何川', {
    from: 350,
    until: 7,
    orders: [345, 318, 287, 7],
    averageYuan: 120,
    visits: 1,
    categories: ['tea', 'honey'],
  }),
]
