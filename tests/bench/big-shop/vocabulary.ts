/** What the big shop's titles are made of: no two products are called the same. */

/** Categories and subcategories, each with its products. */
export const CATEGORIES = [
  ['茶', { 绿茶: '龙井 毛峰 碧螺春 雀舌', 红茶: '金骏眉 滇红 小种', 乌龙: '铁观音 大红袍 水仙' }],
  ['茶具', { 茶壶: '紫砂壶 提梁壶 急须', 茶杯: '品茗杯 盖碗 主人杯', 茶盘: '竹茶盘 石茶盘' }],
  ['蜂蜜', { 单花蜜: '槐花蜜 枣花蜜 荔枝蜜', 百花蜜: '土蜂蜜 野花蜜', 巢蜜: '蜂巢蜜 整块巢蜜' }],
  ['果品', { 鲜果: '樱桃 蜜橘 雪梨 冬枣', 果干: '杏干 柿饼 桑葚干', 坚果: '核桃 松子 榛子' }],
  ['糕点', { 酥饼: '绿豆糕 桃酥 鲜花饼', 糖果: '花生糖 芝麻糖', 月饼: '五仁月饼 豆沙月饼' }],
  ['粮油', { 大米: '香米 胚芽米 糙米', 油: '山茶油 核桃油', 杂粮: '小米 薏米 红豆' }],
  ['花园', { 盆栽: '兰草 文竹 菖蒲', 种子: '向日葵种子 薄荷种子', 工具: '花铲 喷壶' }],
  ['家居', { 香: '沉香 线香 香插', 布艺: '茶席 桌旗 靠枕', 陶器: '花瓶 陶罐 香炉' }],
] as const satisfies readonly (readonly [string, Record<string, string>])[]

const words = (text: string) => text.split(' ')

/** Where things come from. */
export const PLACES = words(
  '西湖 黄山 武夷 安溪 凤庆 勐海 洞庭 信阳 六安 蒙顶 秦岭 长白 神农 天目 普陀 雁荡 五台 峨眉 ' +
    '苍山 洱海 阿坝 喀什 伊犁 和田 吐鲁番 敦煌 祁连 太行 沂蒙 崂山 青田 景宁 龙泉 德化 宜兴 景德镇',
)

/** What is said of them. */
export const QUALITIES = words(
  '明前 手工 头采 古法 高山 老树 野生 陈年 新摘 有机 农家 慢焙 石磨 日晒 原味 匠作 初雪 春分 谷雨 霜降',
)

/** How they come. */
export const FORMS = words('礼盒 罐装 袋装 散装 家庭装 随身装 伴手礼 双人份 试饮装 珍藏')

/** Who makes them, beside a number of the house. */
export const MAKERS = words('山野 云上 半亩 听雨 松间 南溪 石门 青禾 拾光 一叶')

/** What products are tagged with. */
export const TAGS = words(
  '送礼 自用 当季 养生 办公 旅行 聚会 怀旧 手作 限量 清淡 浓香 甜 低糖 亲子 长辈',
)
