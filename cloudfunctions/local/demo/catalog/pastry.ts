import type { ProductText } from './products-of-category'

/** 点心 */
export const pastry: readonly ProductText[] = [
  {
    id: 'salt-cookie',
    title: '岩盐巧克力曲奇',
    subtitle: '62% 黑巧切块，喜马拉雅岩盐。罐装 180g。',
    pictures: ['cookie', 'chocolate', 'butter'],
    description:
      '发酵黄油，黑巧用刀切，大小不一，所以每一口不一样。面团冷藏一夜再烤，边脆心软，' +
      '出炉撒几粒岩盐。\n接单后第二天烤，第三天发。不放防腐剂，请在 30 天内吃完。',
    facts: {
      配料: '面粉、发酵黄油、62% 黑巧克力、红糖、鸡蛋、岩盐',
      过敏原: '麸质、乳、蛋',
      保存: '常温 30 天',
    },
    choices: { 规格: ['180g', '360g 两罐'] },
    keywords: ['曲奇', '饼干', '下午茶', '巧克力'],
    skus: [
      { code: '180', values: ['180g'], fen: 29_90, marketFen: 42_00, stock: 420 },
      { code: '360', values: ['360g 两罐'], fen: 56_00, marketFen: 84_00, stock: 180 },
    ],
  },
  {
    id: 'croissant',
    title: '发酵黄油可颂',
    subtitle: '27 层，急冻到家，烤箱 180 度 18 分钟。',
    pictures: ['croissant', 'butter', 'chocolate'],
    description:
      '手工开酥，三折三次，27 层。烤到七成急冻，到家不用解冻，直接进烤箱，18 分钟，' +
      '厨房就是面包房。\n冷链发货，江浙沪次日到，别处隔日到。',
    facts: { 单只: '约 65g', 过敏原: '麸质、乳、蛋', 保存: '冷冻 60 天，勿复冻' },
    choices: { 口味: ['原味', '杏仁', '巧克力'], 规格: ['4 只', '8 只'] },
    keywords: ['可颂', '早餐', '冷冻面包', '黄油'],
    skus: [
      { code: 'plain-4', values: ['原味', '4 只'], fen: 32_00, stock: 200 },
      { code: 'plain-8', values: ['原味', '8 只'], fen: 58_00, marketFen: 64_00, stock: 160 },
      { code: 'almond-4', values: ['杏仁', '4 只'], fen: 38_00, stock: 120 },
      { code: 'almond-8', values: ['杏仁', '8 只'], fen: 70_00, marketFen: 76_00, stock: 90 },
      { code: 'chocolate-4', values: ['巧克力', '4 只'], fen: 38_00, stock: 120 },
      { code: 'chocolate-8', values: ['巧克力', '8 只'], fen: 70_00, marketFen: 76_00, stock: 90 },
    ],
  },
  {
    id: 'pineapple-cake',
    title: '土凤梨酥',
    subtitle: '馅里没有冬瓜，酸得起来，甜得下去。',
    pictures: ['pineapple', 'butter'],
    description:
      '徐闻的土凤梨，纤维粗，酸度高，熬六个小时才收得住。馅里只有凤梨、麦芽糖和一点黄油。\n' +
      '酥皮薄，一口就到馅。冷藏半小时再吃更好。',
    facts: { 产地: '广东徐闻（凤梨）', 单枚: '约 45g', 过敏原: '麸质、乳、蛋', 保存: '常温 45 天' },
    choices: { 规格: ['6 枚', '12 枚礼盒'] },
    keywords: ['凤梨酥', '伴手礼', '下午茶'],
    skus: [
      { code: '6', values: ['6 枚'], fen: 42_00, stock: 220 },
      {
        code: '12',
        values: ['12 枚礼盒'],
        fen: 82_00,
        marketFen: 92_00,
        stock: 140,
        picture: 'gift',
      },
    ],
  },
  {
    id: 'caramel-custard',
    title: '焦糖布丁',
    subtitle: '蛋香重，焦糖熬到微苦。玻璃杯 4 只，吃完留着用。',
    pictures: ['custard', 'candy'],
    description:
      '鸡蛋、牛奶、香草荚，水浴慢烤一小时。焦糖熬到将苦未苦的那一秒离火。\n' +
      '冷链发货，到家先冷藏两小时。倒扣在盘子里，等它自己落下来。',
    facts: { 规格: '100g × 4', 过敏原: '乳、蛋', 保存: '冷藏 7 天' },
    keywords: ['布丁', '甜点', '冷藏'],
    skus: [{ code: '4', values: [], fen: 36_00, stock: 160 }],
  },
  {
    id: 'rose-cake',
    title: '玫瑰鲜花饼',
    subtitle: '墨红玫瑰，早上六点摘，花瓣看得见。',
    pictures: ['mooncake', 'rose'],
    description:
      '八街的墨红，只在清早带露时香。花瓣撕下来用白糖揉，腌十五天，不加豆沙。\n' +
      '皮是云腿月饼的皮，一掉一身渣。微波十秒，像刚出炉。',
    facts: { 产地: '云南安宁 · 八街', 单枚: '约 50g', 过敏原: '麸质、乳', 保存: '常温 30 天' },
    choices: { 规格: ['6 枚', '12 枚礼盒'] },
    keywords: ['鲜花饼', '云南', '玫瑰', '伴手礼'],
    skus: [
      { code: '6', values: ['6 枚'], fen: 30_00, stock: 220 },
      { code: '12', values: ['12 枚礼盒'], fen: 58_00, stock: 120, picture: 'gift' },
    ],
  },
  {
    id: 'chestnut-cake',
    title: '迁西栗子糕',
    subtitle: '八成栗子，两成糯米，糖很少。一盒 8 块。',
    pictures: ['chestnut', 'mooncake'],
    description:
      '迁西的板栗小而甜，蒸熟去衣，过两遍筛，和糯米粉压进模子里再蒸。\n' +
      '口感像细沙，配龙井或者苦荞茶都合适。栗子新下来的三个月里做，之后就歇了。',
    facts: { 产地: '河北迁西（板栗）', 规格: '8 块，共 320g', 保存: '冷藏 10 天' },
    keywords: ['栗子', '中式点心', '低糖'],
    skus: [{ code: '8', values: [], fen: 46_00, marketFen: 52_00, stock: 130 }],
  },
  {
    id: 'sourdough',
    title: '乡村酸种面包',
    subtitle: '老面养了九年，慢发 18 小时。一只 600g。',
    pictures: ['bread', 'sheaf'],
    description:
      '石磨全麦三成，老面自己养，九年没换过。慢发十八小时，石板烤，皮厚，切的时候有声音。\n' +
      '切片冷冻，吃时喷一点水回烤五分钟。周二、周五出炉，当天发。',
    facts: {
      配料: '面粉、全麦粉、水、海盐',
      过敏原: '麸质（核桃款含坚果）',
      保存: '常温 3 天，冷冻 30 天',
    },
    choices: { 口味: ['原味', '核桃葡萄干'] },
    keywords: ['面包', '酸种', '全麦', '早餐'],
    skus: [
      { code: 'plain', values: ['原味'], fen: 38_00, stock: 160 },
      { code: 'walnut', values: ['核桃葡萄干'], fen: 46_00, stock: 140 },
    ],
  },
  {
    id: 'nori-cracker',
    title: '海苔米饼',
    subtitle: '东北圆粒米，炭火烤，酱油刷两遍。',
    pictures: ['rice-cracker', 'sheaf'],
    description:
      '米饭蒸好捶成饼，晒两天，炭火上一面一面翻。酱油款刷两遍，裹一片头水紫菜；' +
      '芝麻款什么也不刷，只有盐。\n脆，响，适合一个人的晚上。',
    facts: { 产地: '黑龙江五常（大米）', 配料: '大米、紫菜、酱油、盐', 保存: '常温 120 天' },
    choices: { 口味: ['酱油海苔', '黑芝麻'], 规格: ['小袋 80g', '家庭装 240g'] },
    keywords: ['米饼', '零食', '海苔'],
    skus: [
      { code: 'soy-80', values: ['酱油海苔', '小袋 80g'], fen: 12_80, stock: 300 },
      { code: 'soy-240', values: ['酱油海苔', '家庭装 240g'], fen: 32_00, stock: 160 },
      { code: 'sesame-80', values: ['黑芝麻', '小袋 80g'], fen: 12_80, stock: 300 },
      { code: 'sesame-240', values: ['黑芝麻', '家庭装 240g'], fen: 32_00, stock: 160 },
    ],
  },
]
