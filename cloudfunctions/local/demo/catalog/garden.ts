import type { ProductText } from './products-of-category'

/** 花草 */
export const garden: readonly ProductText[] = [
  {
    id: 'monstera',
    title: '龟背竹',
    subtitle: '耐阴，好活。从我们的棚里带盆走。',
    pictures: ['potted-plant', 'seedling'],
    description:
      '放在离窗一米远的地方，土干了再浇，一周擦一次叶子，它就会一直长。\n' +
      '发货前在棚里缓苗两周。路上黄了的叶子剪掉就好，一个月内没活，补一棵。',
    facts: { 光照: '散射光', 浇水: '土干再浇', 养护: '冬天不低于 10 度' },
    choices: { 高度: ['30cm', '60cm'], 花盆: ['素烧红陶', '水洗石'] },
    keywords: ['绿植', '盆栽', '龟背竹', '室内'],
    skus: [
      { code: '30-clay', values: ['30cm', '素烧红陶'], fen: 56_00, stock: 90 },
      { code: '30-stone', values: ['30cm', '水洗石'], fen: 72_00, stock: 70 },
      { code: '60-clay', values: ['60cm', '素烧红陶'], fen: 118_00, marketFen: 138_00, stock: 60 },
      { code: '60-stone', values: ['60cm', '水洗石'], fen: 146_00, stock: 50 },
    ],
  },
  {
    id: 'weekly-flowers',
    title: '每周一束',
    subtitle: '周四剪，周五到。我们挑花，你只管换水。',
    pictures: ['bouquet', 'rose', 'blossom'],
    description:
      '昆明基地直发，五到七枝，当季什么好就是什么。素色只用白、绿和浅黄。\n' +
      '收到剪根四十五度，深水醒两小时。四周的一次付清，哪一周不在家，提前两天说，顺延。',
    facts: { 产地: '云南昆明', 数量: '每束 5–7 枝', 发货: '每周四' },
    choices: { 花材: ['当季', '素色'], 周期: ['1 周', '4 周'] },
    keywords: ['鲜花', '花束', '订花', '礼物'],
    skus: [
      { code: 'season-1', values: ['当季', '1 周'], fen: 45_00, stock: 160 },
      { code: 'season-4', values: ['当季', '4 周'], fen: 168_00, marketFen: 180_00, stock: 90 },
      { code: 'plain-1', values: ['素色', '1 周'], fen: 49_00, stock: 120 },
      { code: 'plain-4', values: ['素色', '4 周'], fen: 184_00, marketFen: 196_00, stock: 80 },
    ],
  },
  {
    id: 'hyacinth-bulb',
    title: '风信子种球',
    subtitle: '水养六周开花，一屋子香。送一只玻璃瓶。',
    pictures: ['hyacinth', 'seedling'],
    description:
      '十九厘米以上的大球，低温处理过，十月到一月都可以种。\n' +
      '球底离水一指，先放暗处等根，根有五厘米再见光。开完埋进土里，来年看它的心情。',
    facts: { 球径: '19cm 以上', 花期: '水养约 6 周', 附赠: '玻璃瓶 1 只' },
    choices: { 颜色: ['蓝紫', '白', '粉'], 数量: ['1 球', '3 球'] },
    keywords: ['种球', '水培', '风信子', '冬天'],
    skus: [
      { code: 'blue-1', values: ['蓝紫', '1 球'], fen: 19_80, stock: 160 },
      { code: 'blue-3', values: ['蓝紫', '3 球'], fen: 52_00, stock: 90 },
      { code: 'white-1', values: ['白', '1 球'], fen: 19_80, stock: 140 },
      { code: 'white-3', values: ['白', '3 球'], fen: 52_00, stock: 90 },
      { code: 'pink-1', values: ['粉', '1 球'], fen: 19_80, stock: 140 },
      { code: 'pink-3', values: ['粉', '3 球'], fen: 52_00, stock: 3 },
    ],
  },
  {
    id: 'tulip-bulb',
    title: '郁金香种球',
    subtitle: '土里过冬，三月开花。10 球一袋。',
    pictures: ['tulip', 'seedling'],
    description:
      '十一月种下去，什么也不用管，三月它自己出来。深度是球的两倍，间距一拳。\n' +
      '混色，开之前谁也不知道。',
    facts: { 数量: '10 球', 花期: '3–4 月', 养护: '全日照，土干再浇' },
    keywords: ['种球', '郁金香', '阳台'],
    skus: [{ code: '10', values: [], fen: 39_00, marketFen: 45_00, stock: 160 }],
  },
  {
    id: 'golden-cactus',
    title: '金琥',
    subtitle: '一个月浇一次水。适合常出差的人。',
    pictures: ['cactus'],
    description: '直径 10 厘米，七年。要太阳，不要关心。\n刺是真的，换盆请戴厚手套。',
    facts: { 直径: '约 10cm', 光照: '全日照', 浇水: '每月一次，冬天不浇' },
    keywords: ['仙人球', '多肉', '懒人', '盆栽'],
    skus: [{ code: '10', values: [], fen: 35_00, stock: 110 }],
  },
  {
    id: 'bowl-lotus',
    title: '碗莲种藕',
    subtitle: '一口大碗就能种，六月开。清明前发货。',
    pictures: ['lotus', 'sunflower'],
    description:
      '藕只有手指长，横着埋进河泥，上面两指水。不见光不开花，请放在一天晒六小时的地方。\n' +
      '现在预订，清明前一周统一发。品种随机，红白粉都有。',
    facts: { 规格: '2 节', 花期: '6–9 月', 发货: '清明前一周' },
    keywords: ['荷花', '碗莲', '水生', '预订'],
    skus: [{ code: '2', values: [], fen: 26_00, stock: 7 }],
  },
]
