import type { ProductText } from './products-of-category'

/** 蜜与酱 */
export const honey: readonly ProductText[] = [
  {
    id: 'qinling-honey',
    title: '秦岭土蜂蜜 · 百花蜜',
    subtitle: '海拔 1200 米，一年只取一次。玻璃罐 500g。',
    pictures: ['honey-pot', 'bee', 'blossom', 'jar'],
    description:
      '留坝县的老桶，中华蜂，一桶一年只割一次，在霜降前后。花杂，所以每年的味道不一样：' +
      '今年五倍子多，微微有点药香，收口很干净。\n' +
      '只过滤，不加热、不浓缩。天凉会结晶，像细腻的猪油，用 40 度的水隔着化开就好。\n' +
      '一岁以内的孩子不要吃蜂蜜。',
    facts: {
      产地: '陕西汉中 · 留坝',
      蜂种: '中华蜂',
      波美度: '42 度',
      配料: '蜂蜜',
      保存: '阴凉避光，24 个月',
    },
    choices: { 容量: ['250g', '500g', '1kg'], 包装: ['玻璃罐', '礼盒装'] },
    keywords: ['蜂蜜', '土蜂蜜', '百花蜜', '送礼', '秦岭'],
    skus: [
      { code: '250-jar', values: ['250g', '玻璃罐'], fen: 38_00, marketFen: 48_00, stock: 200 },
      { code: '250-gift', values: ['250g', '礼盒装'], fen: 50_00, stock: 60, picture: 'gift' },
      { code: '500-jar', values: ['500g', '玻璃罐'], fen: 68_00, marketFen: 88_00, stock: 320 },
      {
        code: '500-gift',
        values: ['500g', '礼盒装'],
        fen: 82_00,
        marketFen: 98_00,
        stock: 120,
        picture: 'gift',
      },
      { code: '1000-jar', values: ['1kg', '玻璃罐'], fen: 128_00, marketFen: 168_00, stock: 90 },
    ],
  },
  {
    id: 'linden-honey',
    title: '长白山椴树雪蜜',
    subtitle: '七月花期只有十来天，结晶如雪，抹着吃。500g。',
    pictures: ['jar', 'bee', 'tree'],
    description:
      '椴树七月开花，十来天，遇雨就减半。我们收的是敦化林场边三户人家的蜜，等它自然结晶再装罐。\n' +
      '质地像冰淇淋，清甜，有一点薄荷样的凉。抹吐司，或者直接一勺。',
    facts: { 产地: '吉林敦化', 蜜源: '紫椴', 净含量: '500g', 保存: '阴凉避光，24 个月' },
    keywords: ['蜂蜜', '雪蜜', '结晶蜜'],
    skus: [{ code: '500', values: [], fen: 59_00, marketFen: 69_00, stock: 180 }],
  },
  {
    id: 'slow-jam',
    title: '慢熬果酱',
    subtitle: '果肉六成以上，只加冰糖和柠檬。小锅，一次 12 瓶。',
    pictures: ['strawberry', 'blueberries', 'lemon', 'jar'],
    description:
      '丹东的草莓、怀宁的蓝莓、英吉沙的黄杏，各在最熟的那一周收，当天洗，当天熬。' +
      '只加冰糖和柠檬，不放果胶，所以稀一些，会流。\n' +
      '配酸奶、吐司，或者冲气泡水。开瓶后冷藏，三周吃完。',
    facts: { 果肉: '不少于 60%', 配料: '水果、冰糖、柠檬汁', 保存: '未开封 12 个月' },
    choices: { 口味: ['草莓', '蓝莓', '黄杏'], 规格: ['200g', '450g'] },
    keywords: ['果酱', '早餐', '吐司', '无添加果胶'],
    skus: [
      { code: 'strawberry-200', values: ['草莓', '200g'], fen: 28_00, stock: 180 },
      { code: 'strawberry-450', values: ['草莓', '450g'], fen: 52_00, stock: 110 },
      {
        code: 'blueberry-200',
        values: ['蓝莓', '200g'],
        fen: 32_00,
        stock: 180,
        picture: 'blueberries',
      },
      {
        code: 'blueberry-450',
        values: ['蓝莓', '450g'],
        fen: 60_00,
        stock: 110,
        picture: 'blueberries',
      },
      { code: 'apricot-200', values: ['黄杏', '200g'], fen: 28_00, stock: 6, picture: 'jar' },
      { code: 'apricot-450', values: ['黄杏', '450g'], fen: 52_00, stock: 0, picture: 'jar' },
    ],
  },
  {
    id: 'peanut-butter',
    title: '石磨花生酱',
    subtitle: '新花生，慢火炒，石磨两道。上面那层油是它自己的。',
    pictures: ['peanuts', 'jar'],
    description:
      '山东莒南的小白沙花生，秋天收，慢火炒到皮一搓就掉，石磨磨两道。\n' +
      '原味除了花生什么也没有；微甜加了一点红糖和盐。放久了油会浮上来，搅匀再用。',
    facts: { 产地: '山东莒南', 净含量: '280g', 保存: '阴凉，9 个月' },
    choices: { 口味: ['原味', '微甜'], 口感: ['细滑', '带颗粒'] },
    keywords: ['花生酱', '早餐', '拌面', '石磨'],
    skus: [
      { code: 'plain-smooth', values: ['原味', '细滑'], fen: 29_00, stock: 200 },
      { code: 'plain-crunchy', values: ['原味', '带颗粒'], fen: 29_00, stock: 200 },
      { code: 'sweet-smooth', values: ['微甜', '细滑'], fen: 29_00, stock: 140 },
      { code: 'sweet-crunchy', values: ['微甜', '带颗粒'], fen: 29_00, stock: 140 },
    ],
  },
  {
    id: 'sesame-paste',
    title: '黑芝麻酱',
    subtitle: '驻马店黑芝麻，水洗三遍，不加糖。300g。',
    pictures: ['jar', 'sheaf'],
    description:
      '芝麻水洗三遍，去沙去瘪，小火炒到发胀，石磨细磨。黑得发亮，入口先苦半秒，然后全是香。\n' +
      '拌面、拌凉菜，或者加蜂蜜冲成糊。',
    facts: { 产地: '河南驻马店', 配料: '黑芝麻', 净含量: '300g', 保存: '阴凉，9 个月' },
    keywords: ['芝麻酱', '拌面', '黑芝麻'],
    skus: [{ code: '300', values: [], fen: 36_00, marketFen: 42_00, stock: 160 }],
  },
  {
    id: 'chili-oil',
    title: '凤翔油泼辣子',
    subtitle: '秦椒、菜籽油、芝麻，热油分三次泼。',
    pictures: ['pepper', 'jar'],
    description:
      '西府的做法：秦椒面一粗一细，菜籽油烧到八成热，分三次泼，一次出香，一次出色，一次定味，' +
      '最后点一勺岐山醋。\n香是主角，辣可以选。面、饺子、白米饭都等着它。',
    facts: { 产地: '陕西宝鸡 · 凤翔', 净含量: '240g', 保存: '阴凉，12 个月' },
    choices: { 辣度: ['微辣', '中辣', '重辣'] },
    keywords: ['辣椒油', '辣子', '拌面', '下饭'],
    skus: [
      { code: 'mild', values: ['微辣'], fen: 22_80, stock: 220 },
      { code: 'medium', values: ['中辣'], fen: 22_80, stock: 260 },
      { code: 'hot', values: ['重辣'], fen: 22_80, stock: 160 },
    ],
  },
  {
    id: 'jizong-oil',
    title: '云南鸡枞油',
    subtitle: '野生鸡枞，雨季才有，一年做一批。220g。',
    pictures: ['mushroom', 'pepper', 'jar'],
    description:
      '七八月的雨后，楚雄的山里出鸡枞，半天就老。收来当天撕成丝，菜籽油慢炸四个小时，' +
      '放花椒和几根干椒。\n一勺拌米线，一勺炒饭。这一批剩得不多，下一批要等明年雨季。',
    facts: { 产地: '云南楚雄', 配料: '鸡枞菌、菜籽油、花椒、干辣椒、盐', 净含量: '220g' },
    keywords: ['鸡枞', '菌子', '拌面', '下饭'],
    skus: [{ code: '220', values: [], fen: 78_00, stock: 9 }],
  },
]
