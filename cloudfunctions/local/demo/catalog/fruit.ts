import type { ProductText } from './products-of-category'

/** 鲜果 */
export const fruit: readonly ProductText[] = [
  {
    id: 'cherries',
    title: '山东大樱桃',
    subtitle: '2J · 1kg 顺丰冷链。冷棚美早，摘下来就进冷库。',
    pictures: ['cherries', 'basket'],
    description:
      '福山的美早，冷棚种，比露天的早一个月、晚一个月都有。清早摘，当场过筛，装箱前在 0 度里预冷两小时。\n' +
      '坏果包赔：收到 24 小时内拍照给我们，按颗赔。洗之前不要去梗。',
    facts: {
      产地: '山东烟台 · 福山',
      品种: '美早',
      果径: 'J 24–26mm，2J 26–28mm，3J 28–30mm',
      保存: '冷藏 5 天',
    },
    choices: { 果径: ['J', '2J', '3J'], 规格: ['1kg', '2.5kg'] },
    keywords: ['樱桃', '车厘子', '水果', '冷链'],
    skus: [
      { code: 'j-1000', values: ['J', '1kg'], fen: 52_00, marketFen: 66_00, stock: 140 },
      { code: 'j-2500', values: ['J', '2.5kg'], fen: 118_00, stock: 60 },
      { code: '2j-1000', values: ['2J', '1kg'], fen: 69_00, marketFen: 89_00, stock: 220 },
      { code: '2j-2500', values: ['2J', '2.5kg'], fen: 158_00, marketFen: 198_00, stock: 90 },
      { code: '3j-1000', values: ['3J', '1kg'], fen: 98_00, stock: 60 },
      { code: '3j-2500', values: ['3J', '2.5kg'], fen: 228_00, stock: 5 },
    ],
  },
  {
    id: 'wogan',
    title: '武鸣沃柑',
    subtitle: '树上熟到甜才摘，皮紧，汁多，不打蜡。',
    pictures: ['tangerine', 'basket'],
    description:
      '沃柑可以早摘，早摘卖得早。我们等到果面全黄、糖度过 14 再剪，所以比市场晚半个月。\n' +
      '不打蜡，皮上会有树叶蹭出来的疤，不影响吃。',
    facts: { 产地: '广西南宁 · 武鸣', 糖度: '不低于 14', 保存: '阴凉通风 15 天' },
    choices: { 果径: ['中果', '大果'], 规格: ['2.5kg', '5kg'] },
    keywords: ['沃柑', '橘子', '柑橘', '水果'],
    skus: [
      { code: 'mid-2500', values: ['中果', '2.5kg'], fen: 35_00, stock: 200 },
      { code: 'mid-5000', values: ['中果', '5kg'], fen: 62_00, marketFen: 70_00, stock: 140 },
      { code: 'big-2500', values: ['大果', '2.5kg'], fen: 45_00, stock: 160 },
      { code: 'big-5000', values: ['大果', '5kg'], fen: 82_00, marketFen: 90_00, stock: 110 },
    ],
  },
  {
    id: 'yangshan-peach',
    title: '阳山水蜜桃',
    subtitle: '七月的事。今年的卖完了，明年七月再见。',
    pictures: ['peach', 'basket'],
    description:
      '湖景蜜露，七月中下旬，一年就卖两个星期。软了以后撕皮，低头吃，汁会流到手肘。\n' +
      '一只一只套网，八成熟发货，到家放一天。',
    facts: { 产地: '江苏无锡 · 阳山', 品种: '湖景蜜露', 单果: '225g 以上', 保存: '熟后当天吃' },
    choices: { 规格: ['6 只', '12 只'] },
    keywords: ['水蜜桃', '桃子', '水果'],
    skus: [
      { code: '6', values: ['6 只'], fen: 88_00, stock: 0 },
      { code: '12', values: ['12 只'], fen: 158_00, marketFen: 176_00, stock: 0 },
    ],
  },
  {
    id: 'shine-muscat',
    title: '阳光玫瑰',
    subtitle: '建水的葡萄，控产，一串 50 粒左右。两串约 1.2kg。',
    pictures: ['grapes', 'basket'],
    description:
      '一株只留八串，一串疏到五十粒上下，粒粒有地方长。带一层果霜，是新鲜，不用搓掉。\n' +
      '玫瑰香在皮上，连皮吃。',
    facts: { 产地: '云南红河 · 建水', 规格: '2 串，约 1.2kg', 保存: '冷藏 7 天' },
    keywords: ['葡萄', '青提', '水果'],
    skus: [{ code: '2', values: [], fen: 65_00, marketFen: 79_00, stock: 150 }],
  },
  {
    id: 'luochuan-apple',
    title: '洛川苹果',
    subtitle: '黄土塬上昼夜温差大，脆，酸甜都有。不打蜡。',
    pictures: ['apple', 'basket'],
    description:
      '塬上海拔 1100 米，白天晒，夜里凉，糖就留住了。十月底下树，在半地下的果窖里放到春天。\n' +
      '擦一擦就能吃。偶有果锈，削掉即可。',
    facts: { 产地: '陕西延安 · 洛川', 品种: '红富士', 果径: '80mm 以上', 保存: '冷藏 30 天' },
    choices: { 规格: ['12 枚', '24 枚'] },
    keywords: ['苹果', '红富士', '水果', '陕北'],
    skus: [
      { code: '12', values: ['12 枚'], fen: 49_00, stock: 220 },
      { code: '24', values: ['24 枚'], fen: 89_00, marketFen: 98_00, stock: 140 },
    ],
  },
  {
    id: 'kiwi',
    title: '周至徐香猕猴桃',
    subtitle: '毛多皮薄，软了才香。24 枚一箱。',
    pictures: ['kiwi', 'basket'],
    description:
      '秦岭北麓的徐香，不用膨大剂，个头不大，一枚 80 到 100 克。\n' +
      '到家是硬的，和苹果装一袋，三五天捏着微软就好。别全拿出来催，一次三枚。',
    facts: { 产地: '陕西西安 · 周至', 规格: '24 枚，约 2.2kg', 保存: '冷藏可放 30 天' },
    keywords: ['猕猴桃', '奇异果', '水果', '秦岭'],
    skus: [{ code: '24', values: [], fen: 42_00, stock: 170 }],
  },
  {
    id: 'lemon',
    title: '安岳黄柠檬',
    subtitle: '皮香，籽少，切片泡蜂蜜。',
    pictures: ['lemon', 'basket'],
    description:
      '尤力克，树上转黄才摘，香在皮里。配秦岭的蜜，一层柠檬一层蜜，冷藏三天就是柠檬蜜。\n' +
      '没有打蜡和保鲜剂，用盐搓一搓再切。',
    facts: { 产地: '四川资阳 · 安岳', 品种: '尤力克', 保存: '冷藏 20 天' },
    choices: { 规格: ['6 枚', '15 枚'] },
    keywords: ['柠檬', '蜂蜜柠檬', '水果'],
    skus: [
      { code: '6', values: ['6 枚'], fen: 15_80, stock: 260 },
      { code: '15', values: ['15 枚'], fen: 35_00, stock: 160 },
    ],
  },
]
