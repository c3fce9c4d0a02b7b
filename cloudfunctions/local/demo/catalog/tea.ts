import type { ProductText } from './products-of-category'

/** 茶 */
export const tea: readonly ProductText[] = [
  {
    id: 'longjing',
    title: '明前龙井',
    subtitle: '西湖梅家坞，清明前三天采完。今年只做 200 罐。',
    pictures: ['teapot', 'tea-cup', 'leaf'],
    description:
      '梅家坞朝东的一片老茶园，群体种，芽叶不齐，香气却厚。清明前三天采，当天摊青，当晚手炒，' +
      '一锅二两，炒茶的是 61 岁的周师傅。\n' +
      '豆香、板栗香，第二泡起有一点兰花气。80 度的水，玻璃杯，先注水三分之一，等叶子醒了再添。\n' +
      '卖完就等明年。绿茶贵在新，开罐后请冷藏，三个月内喝完。',
    facts: {
      产地: '浙江杭州 · 西湖梅家坞',
      品种: '龙井群体种',
      采摘: '清明前，一芽一叶初展',
      保存: '密封冷藏，12 个月',
    },
    choices: { 净含量: ['50g', '125g'], 包装: ['罐装', '礼盒装'] },
    keywords: ['绿茶', '春茶', '西湖', '送礼', '茶叶'],
    skus: [
      { code: '50-tin', values: ['50g', '罐装'], fen: 128_00, marketFen: 148_00, stock: 80 },
      { code: '50-gift', values: ['50g', '礼盒装'], fen: 148_00, stock: 20, picture: 'gift' },
      { code: '125-tin', values: ['125g', '罐装'], fen: 298_00, marketFen: 340_00, stock: 70 },
      { code: '125-gift', values: ['125g', '礼盒装'], fen: 328_00, stock: 30, picture: 'gift' },
    ],
  },
  {
    id: 'shoumei',
    title: '福鼎老白茶 · 寿眉饼',
    subtitle: '磻溪高山料，日晒萎凋。新的清甜，老的有枣香。',
    pictures: ['leaf', 'tea-cup', 'teapot'],
    description:
      '寿眉叶大梗长，不好看，经得起放。磻溪海拔 700 米的料，晴天晒，阴天不做。\n' +
      '2022 年的清爽，有青草和甘蔗的甜；2018 年的转出枣香与药香，适合煮。' +
      '我们在福鼎租了一间朝北的仓，茶都在那里等着。\n' +
      '煮法：5 克，一升冷水下，沸后小火三分钟。',
    facts: { 产地: '福建福鼎 · 磻溪', 工艺: '日晒萎凋，不炒不揉', 保存: '干燥避光，可长期存放' },
    choices: { 年份: ['2022 年', '2018 年'], 规格: ['100g 小饼', '350g 整饼'] },
    keywords: ['白茶', '老白茶', '煮茶', '饼茶', '茶叶'],
    skus: [
      { code: '2022-100', values: ['2022 年', '100g 小饼'], fen: 58_00, stock: 160 },
      { code: '2022-350', values: ['2022 年', '350g 整饼'], fen: 168_00, stock: 90 },
      { code: '2018-100', values: ['2018 年', '100g 小饼'], fen: 98_00, stock: 120 },
      {
        code: '2018-350',
        values: ['2018 年', '350g 整饼'],
        fen: 298_00,
        marketFen: 338_00,
        stock: 60,
      },
    ],
  },
  {
    id: 'rougui',
    title: '武夷肉桂',
    subtitle: '正岩边上的半岩料，价钱老实，桂皮香不老实。',
    pictures: ['tea-cup', 'fallen-leaf', 'teapot'],
    description:
      '不是牛栏坑，也不是马头岩，是碧石的半岩料，我们照实说。\n' +
      '中足火炭焙两道，退火四个月再装。开汤先是桂皮，后是花果，喉咙里留一点凉。' +
      '轻火的香更扬，中足火的汤更厚，第一次喝选轻火。',
    facts: { 产地: '福建武夷山 · 碧石', 焙火: '龙眼炭，2 道', 冲泡: '8 克，沸水，快出汤' },
    choices: { 焙火: ['轻火', '中足火'], 规格: ['8 泡', '20 泡'] },
    keywords: ['岩茶', '乌龙', '炭焙', '桂皮香', '茶叶'],
    skus: [
      { code: 'light-8', values: ['轻火', '8 泡'], fen: 88_00, stock: 140 },
      { code: 'light-20', values: ['轻火', '20 泡'], fen: 198_00, marketFen: 220_00, stock: 80 },
      { code: 'full-8', values: ['中足火', '8 泡'], fen: 96_00, stock: 140 },
      { code: 'full-20', values: ['中足火', '20 泡'], fen: 216_00, marketFen: 240_00, stock: 80 },
    ],
  },
  {
    id: 'dianhong',
    title: '凤庆滇红',
    subtitle: '大叶种，蜜薯香。早上一杯，加不加奶都成。',
    pictures: ['tea-cup', 'leaf'],
    description:
      '凤庆海拔 1900 米的春茶，金毫不多，条索紧。汤色橙红，有烤红薯和一点麦芽的甜。\n' +
      '耐泡，不挑水，办公室的马克杯也好喝。',
    facts: { 产地: '云南临沧 · 凤庆', 采摘: '春季，一芽二叶', 保存: '密封避光，24 个月' },
    choices: { 规格: ['100g 袋装', '250g 罐装'] },
    keywords: ['红茶', '早餐茶', '蜜香', '茶叶'],
    skus: [
      { code: '100', values: ['100g 袋装'], fen: 45_00, stock: 260 },
      { code: '250', values: ['250g 罐装'], fen: 99_00, marketFen: 112_00, stock: 180 },
    ],
  },
  {
    id: 'osmanthus-oolong',
    title: '桂花乌龙',
    subtitle: '十月的金桂，窨三遍，筛掉花再装。铁罐 80g。',
    pictures: ['blossom', 'tea-cup'],
    description:
      '闽南的清香乌龙，配咸宁的金桂。花只取当天清早摇落的，一层茶一层花，窨三遍。' +
      '装罐前把花筛掉，香留在叶子里，泡到第五道还在。\n冷泡也好：6 克，500 毫升凉水，冰箱一夜。',
    facts: { 产地: '福建安溪 · 湖北咸宁', 工艺: '三窨', 净含量: '80g', 保存: '密封冷藏，12 个月' },
    keywords: ['花茶', '乌龙', '冷泡', '桂花', '茶叶'],
    skus: [{ code: '80', values: [], fen: 52_00, marketFen: 62_00, stock: 220 }],
  },
  {
    id: 'citrus-puer',
    title: '小青柑熟普',
    subtitle: '新会青柑，七月生晒，装勐海熟茶。一颗一泡。',
    pictures: ['tangerine', 'tea-cup'],
    description:
      '新会茶枝柑，七月还青的时候摘，掏空，灌五年的勐海熟茶，日晒不烘。\n' +
      '用针在底上扎几个孔，整颗投进去，沸水焖一分钟。前三泡柑香走在前面，后面是糯米样的熟香。',
    facts: { 产地: '广东新会 · 云南勐海', 单颗: '约 10g', 工艺: '全生晒' },
    choices: { 规格: ['8 颗', '20 颗'] },
    keywords: ['普洱', '熟茶', '柑普', '办公室', '茶叶'],
    skus: [
      { code: '8', values: ['8 颗'], fen: 48_00, stock: 200 },
      { code: '20', values: ['20 颗'], fen: 108_00, marketFen: 120_00, stock: 120 },
    ],
  },
  {
    id: 'buckwheat-tea',
    title: '凉山苦荞茶',
    subtitle: '没有茶叶的茶。晚上也能喝，炒米一样的香。',
    pictures: ['sheaf', 'tea-cup'],
    description:
      '凉山海拔 2500 米的黑苦荞，带壳炒熟，别的什么也不放。\n' +
      '一小把，沸水泡五分钟，喝完可以把荞麦吃掉。不含咖啡因，孩子和老人都能喝。',
    facts: { 产地: '四川凉山', 配料: '黑苦荞', 净含量: '500g', 保存: '密封，18 个月' },
    keywords: ['代茶', '荞麦', '无咖啡因'],
    skus: [{ code: '500', values: [], fen: 39_00, stock: 240 }],
  },
  {
    id: 'tea-sampler',
    title: '三款茶小样',
    subtitle: '滇红、肉桂、桂花乌龙，各一泡。先尝再挑。',
    pictures: ['tea-cup', 'blossom'],
    description: '每款一泡，够一个下午。喝着喜欢哪一款，再来买整罐的。',
    facts: { 规格: '5g × 3', 保存: '密封避光，6 个月' },
    keywords: ['小样', '体验装', '红茶', '乌龙'],
    skus: [{ code: '3', values: [], fen: 9_90, stock: 300 }],
  },
]
