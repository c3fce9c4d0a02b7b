import { type Life, life } from './life'

/** The customers of the persona switch, except the one who has never been here. */
export const namedLives: readonly Life[] = [
  life('linwan', '林晚', {
    from: 410,
    until: 4,
    orders: [402, 371, 338, 309, 271, 240, 203, 169, 130, 98, 71, 47, 28, 6],
    around: 96,
    visits: 10,
    taste: ['tea', 'pastry'],
  }),
  life('xiaoman', '小满', {
    from: 12,
    until: 2,
    visits: 3,
    interest: 'cart',
    taste: ['fruit', 'honey'],
  }),
  life('zhaoqing', '赵青', {
    from: 405,
    until: 3,
    orders: 18,
    around: 215,
    visits: 8,
    taste: ['tea', 'home', 'garden'],
  }),
  life('zhouqiao', '周乔', {
    from: 5,
    until: 1,
    visits: 1,
    taste: ['honey', 'pastry'],
    leavesUnpaid: true,
  }),
  life('chenyu', '陈屿', {
    from: 230,
    until: 86,
    orders: 7,
    around: 96,
    visits: 3,
    taste: ['honey', 'pastry'],
  }),
  life('shenhe', '沈禾', { from: 262, until: 255, orders: [255], around: 76, taste: ['fruit'] }),
  life('hechuan', '何川', {
    from: 350,
    until: 7,
    orders: [345, 318, 287, 7],
    around: 120,
    visits: 1,
    taste: ['tea', 'honey'],
  }),
]
