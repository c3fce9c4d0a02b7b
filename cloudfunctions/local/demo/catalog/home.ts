import type { ProductText } from './products-of-category'

/** 家居 */
export const home: readonly ProductText[] = [
  {
    id: 'soy-candle',
    title: '大豆蜡香薰烛',
    subtitle: '棉芯，粗陶杯。烧完洗净，可以当杯子。',
    pictures: ['candle', 'tree', 'blossom'],
    description:
      '大豆蜡和蜂蜡，棉芯，精油不超过 7%，隔着一间屋子才闻得到。\n' +
      '雪松是旧书柜，桂花是十月的巷子，无花果是太阳晒过的叶子。第一次点满两小时，让面上化平。',
    facts: { 材质: '大豆蜡、蜂蜡、棉芯、粗陶', 燃烧: '90g 约 20 小时，200g 约 45 小时' },
    choices: { 香型: ['雪松', '桂花', '无花果'], 规格: ['90g', '200g'] },
    keywords: ['香薰', '蜡烛', '礼物', '桂花'],
    skus: [
      { code: 'cedar-90', values: ['雪松', '90g'], fen: 58_00, stock: 120 },
      { code: 'cedar-200', values: ['雪松', '200g'], fen: 98_00, marketFen: 118_00, stock: 80 },
      { code: 'osmanthus-90', values: ['桂花', '90g'], fen: 58_00, stock: 120 },
      { code: 'osmanthus-200', values: ['桂花', '200g'], fen: 98_00, marketFen: 118_00, stock: 80 },
      { code: 'fig-90', values: ['无花果', '90g'], fen: 58_00, stock: 120 },
      { code: 'fig-200', values: ['无花果', '200g'], fen: 98_00, marketFen: 118_00, stock: 0 },
    ],
  },
  {
    id: 'stoneware-jar',
    title: '粗陶茶叶罐',
    subtitle: '龙泉匠人拉坯，每只的火痕不一样。',
    pictures: ['amphora', 'leaf'],
    description:
      '拉坯成形，还原焰烧 1280 度。柴灰釉有落灰，月白釉有开片，都不是瑕疵。\n' +
      '盖口垫了软木，不是完全密封，适合正在喝的那一款茶。',
    facts: { 产地: '浙江龙泉', 容量: '小 300ml，大 800ml', 清洗: '首次用前沸水煮 10 分钟' },
    choices: { 釉色: ['柴灰', '月白'], 容量: ['小', '大'] },
    keywords: ['茶具', '陶器', '茶叶罐', '手作'],
    skus: [
      { code: 'ash-s', values: ['柴灰', '小'], fen: 128_00, stock: 60 },
      { code: 'ash-l', values: ['柴灰', '大'], fen: 228_00, stock: 50 },
      { code: 'moon-s', values: ['月白', '小'], fen: 138_00, stock: 60 },
      { code: 'moon-l', values: ['月白', '大'], fen: 238_00, stock: 4 },
    ],
  },
  {
    id: 'bamboo-basket',
    title: '手编竹篮',
    subtitle: '安吉毛竹，三年生，一只编一天。',
    pictures: ['basket', 'tree'],
    description:
      '三年的毛竹，冬天砍，剖篾、刮青、煮过再编，不生虫。提手缠了藤。\n' +
      '放水果，放面包，放毛线，或者就让它空着。',
    facts: { 产地: '浙江安吉', 尺寸: '小 24cm，大 34cm', 保养: '避水，偶尔晒一晒' },
    choices: { 尺寸: ['小', '大'] },
    keywords: ['竹编', '收纳', '手作', '篮子'],
    skus: [
      { code: 's', values: ['小'], fen: 86_00, stock: 90 },
      { code: 'l', values: ['大'], fen: 136_00, marketFen: 158_00, stock: 60 },
    ],
  },
  {
    id: 'wool-scarf',
    title: '羊毛围巾',
    subtitle: '内蒙古细羊毛，木机织，不扎脖子。',
    pictures: ['scarf', 'yarn'],
    description:
      '细羊毛 17.5 微米，老木机慢织，留一点毛。燕麦色是羊本来的颜色，松绿和赭石是植物染，会慢慢变浅。\n' +
      '冷水手洗，平铺阴干。',
    facts: { 成分: '羊毛 100%', 尺寸: '180 × 32cm', 产地: '内蒙古锡林郭勒' },
    choices: { 颜色: ['燕麦', '松绿', '赭石'] },
    keywords: ['围巾', '羊毛', '秋冬', '礼物'],
    skus: [
      { code: 'oat', values: ['燕麦'], fen: 198_00, marketFen: 238_00, stock: 70 },
      { code: 'pine', values: ['松绿'], fen: 218_00, stock: 60 },
      { code: 'ochre', values: ['赭石'], fen: 218_00, stock: 60 },
    ],
  },
  {
    id: 'olive-soap',
    title: '冷制橄榄皂',
    subtitle: '晾足 60 天才卖。泡沫细，洗完不绷。',
    pictures: ['soap', 'olive', 'herb'],
    description:
      '橄榄油七成，椰子油、乳木果油三成，冷制，晾两个月让碱退干净。\n' +
      '无香给孩子和敏感的人，艾草和薄荷是晒干的真叶子，摸得到。放在沥水的地方，一块用一个半月。',
    facts: { 净重: '约 100g', 成分: '橄榄油、椰子油、乳木果油、氢氧化钠、水', 保存: '24 个月' },
    choices: { 气味: ['无香', '艾草', '薄荷'], 规格: ['1 块', '3 块'] },
    keywords: ['手工皂', '洗护', '橄榄油'],
    skus: [
      { code: 'plain-1', values: ['无香', '1 块'], fen: 28_00, stock: 160 },
      { code: 'plain-3', values: ['无香', '3 块'], fen: 76_00, marketFen: 84_00, stock: 90 },
      { code: 'mugwort-1', values: ['艾草', '1 块'], fen: 28_00, stock: 160 },
      { code: 'mugwort-3', values: ['艾草', '3 块'], fen: 76_00, marketFen: 84_00, stock: 90 },
      { code: 'mint-1', values: ['薄荷', '1 块'], fen: 28_00, stock: 160 },
      { code: 'mint-3', values: ['薄荷', '3 块'], fen: 76_00, marketFen: 84_00, stock: 90 },
    ],
  },
  {
    id: 'rice-bowl',
    title: '一只饭碗',
    subtitle: '景德镇，手拉坯，刚好一碗饭的大小。',
    pictures: ['bowl', 'chopsticks'],
    description:
      '口径 11.5 厘米，一手能握。灰白釉，底足不上釉，露一圈胎。可以进洗碗机和微波炉。\n' +
      '四只装没有两只一样高，差在两毫米以内。',
    facts: { 产地: '江西景德镇', 口径: '11.5cm', 材质: '高温白瓷' },
    choices: { 规格: ['1 只', '4 只'] },
    keywords: ['餐具', '碗', '陶瓷', '手作'],
    skus: [
      { code: '1', values: ['1 只'], fen: 48_00, stock: 140 },
      { code: '4', values: ['4 只'], fen: 178_00, marketFen: 192_00, stock: 70 },
    ],
  },
]
