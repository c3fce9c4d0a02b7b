/**
 * What people type into the demo shop, and what they mean: queries as of a shop's search log, with
 * the products that must be found and those that may stand first too.
 */
export type SearchCase = {
  query: string
  /** The products that must be among the first five; none: nothing may be found. */
  must: readonly string[]
  /** Other products that are right as well. */
  may: readonly string[]
  /** Whether nothing has all of the query, so that the page must say so. */
  isPartial: boolean
}

const ids = (text: string) => (text === '' ? [] : text.split(' '))

/** Query → products that must be found | products that may stand first. */
const parse = (cases: Readonly<Record<string, string>>, isPartial: boolean): SearchCase[] =>
  Object.entries(cases).map(([query, products]) => {
    const [must = '', may = ''] = products.split('|').map((part) => part.trim())
    return { query, must: ids(must), may: ids(may), isPartial }
  })

/** Names and kinds, as whole words and written together. */
const NAMES = {
  龙井: 'longjing',
  明前龙井: 'longjing',
  龙井茶: 'longjing',
  西湖龙井: 'longjing',
  西湖龙井茶: 'longjing',
  龙井绿茶: 'longjing',
  龙井茶叶: 'longjing',
  明前西湖龙井: 'longjing',
  春茶龙井: 'longjing',
  绿茶: 'longjing',
  白茶: 'shoumei',
  老白茶: 'shoumei',
  福鼎白茶: 'shoumei',
  寿眉: 'shoumei',
  寿眉饼茶: 'shoumei',
  福鼎寿眉: 'shoumei',
  煮茶: 'shoumei',
  肉桂: 'rougui',
  武夷岩茶: 'rougui',
  武夷肉桂茶: 'rougui',
  岩茶: 'rougui',
  红茶: 'dianhong tea-sampler',
  滇红: 'dianhong | tea-sampler',
  滇红茶: 'dianhong | tea-sampler',
  凤庆红茶: 'dianhong',
  云南红茶: 'dianhong',
  桂花乌龙: 'osmanthus-oolong',
  桂花乌龙茶: 'osmanthus-oolong',
  桂花茶: 'osmanthus-oolong',
  花茶: 'osmanthus-oolong | longjing',
  乌龙茶: 'osmanthus-oolong rougui tea-sampler',
  小青柑: 'citrus-puer',
  小青柑普洱: 'citrus-puer',
  普洱茶: 'citrus-puer',
  熟普: 'citrus-puer',
  苦荞茶: 'buckwheat-tea',
  荞麦茶: 'buckwheat-tea',
  无咖啡因茶: 'buckwheat-tea',
  小样: 'tea-sampler',
  茶小样: 'tea-sampler',
  体验装: 'tea-sampler',
  蜂蜜: 'qinling-honey linden-honey',
  土蜂蜜: 'qinling-honey',
  秦岭蜂蜜: 'qinling-honey',
  秦岭百花蜜: 'qinling-honey',
  椴树蜜: 'linden-honey',
  椴树蜂蜜: 'linden-honey',
  长白山蜂蜜: 'linden-honey',
  雪蜜: 'linden-honey',
  果酱: 'slow-jam',
  草莓果酱: 'slow-jam',
  蓝莓果酱: 'slow-jam',
  黄杏果酱: 'slow-jam',
  草莓酱: 'slow-jam',
  花生酱: 'peanut-butter',
  石磨花生酱: 'peanut-butter',
  颗粒花生酱: 'peanut-butter',
  芝麻酱: 'sesame-paste',
  黑芝麻酱: 'sesame-paste',
  黑芝麻: 'sesame-paste nori-cracker',
  辣椒油: 'chili-oil',
  油泼辣子: 'chili-oil',
  微辣辣子: 'chili-oil',
  鸡枞油: 'jizong-oil',
  鸡枞菌油: 'jizong-oil',
  拌面酱: 'peanut-butter sesame-paste',
  曲奇: 'salt-cookie',
  巧克力曲奇: 'salt-cookie',
  曲奇饼干: 'salt-cookie',
  可颂: 'croissant',
  黄油可颂: 'croissant',
  杏仁可颂: 'croissant',
  巧克力可颂: 'croissant',
  可颂面包: 'croissant',
  凤梨酥: 'pineapple-cake',
  布丁: 'caramel-custard',
  焦糖布丁: 'caramel-custard',
  鲜花饼: 'rose-cake',
  玫瑰饼: 'rose-cake',
  云南鲜花饼: 'rose-cake',
  栗子糕: 'chestnut-cake',
  面包: 'sourdough croissant',
  全麦面包: 'sourdough',
  核桃面包: 'sourdough',
  米饼: 'nori-cracker',
  海苔米饼: 'nori-cracker',
  樱桃: 'cherries',
  车厘子: 'cherries',
  大樱桃: 'cherries',
  沃柑: 'wogan',
  橘子: 'wogan',
  水蜜桃: 'yangshan-peach',
  桃子: 'yangshan-peach',
  葡萄: 'shine-muscat',
  阳光玫瑰葡萄: 'shine-muscat',
  苹果: 'luochuan-apple',
  红富士苹果: 'luochuan-apple',
  猕猴桃: 'kiwi',
  柠檬: 'lemon',
  香薰蜡烛: 'soy-candle',
  桂花香薰: 'soy-candle',
  茶叶罐: 'stoneware-jar',
  竹篮子: 'bamboo-basket',
  羊毛围巾: 'wool-scarf',
  手工皂: 'olive-soap',
  薄荷手工皂: 'olive-soap',
  饭碗: 'rice-bowl',
  陶瓷碗: 'rice-bowl',
  龟背竹: 'monstera',
  绿植盆栽: 'monstera',
  鲜花花束: 'weekly-flowers',
  风信子: 'hyacinth-bulb',
  蓝紫风信子: 'hyacinth-bulb',
  郁金香种球: 'tulip-bulb',
  仙人球: 'golden-cactus',
  碗莲: 'bowl-lotus',
}

/** Presents, boxes, brands, kinds and what else narrows a thing down. */
const NARROWED = {
  龙井礼盒: 'longjing',
  礼盒龙井: 'longjing',
  送礼茶叶: 'longjing osmanthus-oolong',
  送礼的茶: 'longjing osmanthus-oolong',
  适合送礼的茶叶: 'longjing osmanthus-oolong',
  蜂蜜礼盒: 'qinling-honey',
  凤梨酥礼盒: 'pineapple-cake',
  鲜花饼礼盒装: 'rose-cake',
  送礼蜂蜜: 'qinling-honey linden-honey',
  有没有蜂蜜: 'qinling-honey linden-honey',
  梅家坞龙井: 'longjing',
  周家龙井: 'longjing',
  碧石岩茶肉桂: 'rougui',
  龙泉拾土茶叶罐: 'stoneware-jar',
  景德镇饭碗: 'rice-bowl',
  早餐面包: 'sourdough croissant',
  低糖点心: 'chestnut-cake',
  下午茶饼干: 'salt-cookie',
  当季水果: 'cherries wogan shine-muscat',
  中式糕点: 'pineapple-cake rose-cake chestnut-cake nori-cracker',
  蜜与酱: 'qinling-honey linden-honey slow-jam | peanut-butter sesame-paste chili-oil jizong-oil',
}

/** Amounts, numbers, widths and blanks. */
const SPELLINGS = {
  龙井50g: 'longjing',
  '龙井 50g': 'longjing',
  '龙井 50 g': 'longjing',
  龙井50克: 'longjing',
  '龙井 125 克': 'longjing',
  龙井５０ｇ: 'longjing',
  龙井50G: 'longjing',
  '龙井　礼盒': 'longjing',
  一斤蜂蜜: 'qinling-honey linden-honey',
  蜂蜜500克: 'qinling-honey linden-honey',
  蜂蜜1公斤: 'qinling-honey',
  樱桃5斤: 'cherries',
  '果酱0.2kg': 'slow-jam',
  '２Ｊ樱桃': 'cherries',
  可颂8只: 'croissant',
  '凤梨酥 12枚': 'pineapple-cake',
  龟背竹60厘米: 'monstera',
  '300毫升茶叶罐': 'stoneware-jar',
  '寿眉 2018年': 'shoumei',
  '曲奇，180g': 'salt-cookie',
}

/** What only a part of can be found. */
const PARTIAL = {
  龙井奶茶: 'longjing',
  草莓果酱机: 'slow-jam',
  蜂蜜柚子茶: 'qinling-honey linden-honey | lemon',
  龙井1000g: 'longjing',
  桂花糕点: 'osmanthus-oolong soy-candle | pineapple-cake rose-cake chestnut-cake nori-cracker',
  苹果手机: 'luochuan-apple',
}

/** What this shop does not have. */
const NOTHING = {
  ...{ 手机壳: '', 潜水艇: '', 奶粉: '', 口红: '', 充电宝: '', 羽绒服: '', 猫粮: '' },
  ...{ 'iPhone 15': '', 啤酒: '', 电饭煲: '', 卫生纸: '', '…': '', '???': '', xyz: '' },
}

/** All of them. */
export const SEARCH_CASES: readonly SearchCase[] = [
  ...parse({ ...NAMES, ...NARROWED, ...SPELLINGS, ...NOTHING }, false),
  ...parse(PARTIAL, true),
]

/** What was found for a query: ids of products in their order. */
export type Answer = { ids: readonly string[]; isPartial: boolean }

/** Products looked at from the top. */
const TOP = 5

/** How well the answers fit: the share of what must be found, and the queries gone wrong. */
export function judge(answers: readonly { one: SearchCase; answer: Answer }[]) {
  const wanted = answers.flatMap(({ one, answer }) => {
    const top = answer.ids.slice(0, TOP)
    return one.must.map((id) => ({ query: one.query, id, isFound: top.includes(id) }))
  })
  const missed = wanted.filter(({ isFound }) => !isFound)
  return {
    queries: answers.length,
    recallAt5: 1 - missed.length / wanted.length,
    missed: missed.map(({ query, id }) => `${query} → ${id}`),
    wrongFirst: answers.filter(isWrongFirst).map(({ one, answer }) => nameOf(one, answer)),
    misjudged: answers
      .filter(({ one, answer }) => one.isPartial !== answer.isPartial)
      .map(({ one, answer }) => nameOf(one, answer)),
  }
}

const nameOf = ({ query }: SearchCase, { ids: [first = 'nothing'] }: Answer): string =>
  `${query}: ${first}`

function isWrongFirst({ one, answer }: { one: SearchCase; answer: Answer }): boolean {
  const [first] = answer.ids
  if (first === undefined) return false
  return !one.must.includes(first) && !one.may.includes(first)
}
