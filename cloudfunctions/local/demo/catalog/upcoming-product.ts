import type { SaveProductInput } from '@core/contract/products'
import { addDays, type Day, HOUR_MS, startOf } from '@core/kernel/calendar'
import { type ProductText, productsOfCategory } from './products-of-category'

/** Days from today until the launch, and until gold members may order. */
const LAUNCH_DAYS = 3
const EARLY_DAYS = 1
/** Sales start at ten in the morning. */
const TEN_HOURS = 10 * HOUR_MS

const text: ProductText = {
  id: 'winter-tieguanyin',
  title: '冬片铁观音',
  subtitle: '霜降后的最后一季，叶子薄，香气冷。60g 小罐。',
  pictures: ['tea-cup', 'leaf', 'teapot'],
  description:
    '安溪祥华的冬片，一年里叶子最少的一季。做得轻，兰花香走在前面，汤水淡而甜。\n' +
    '这一批只有 120 罐，金卡会员早两天先选。',
  facts: { 产地: '福建安溪 · 祥华', 采摘: '霜降后', 净含量: '60g', 保存: '密封冷藏，12 个月' },
  keywords: ['乌龙', '铁观音', '新品', '冬茶', '茶叶'],
  skus: [{ code: '60', values: [], fen: 98_00, marketFen: 118_00, stock: 120 }],
}

/** A product that goes on sale in a few days, with early access for gold members. */
export function upcomingProduct(today: Day): SaveProductInput {
  const [product] = productsOfCategory({ id: 'tea', place: 6 }, [text])
  if (!product) throw new Error('productsOfCategory returned no product')
  const at = (days: number) => startOf(addDays(today, days)) + TEN_HOURS
  return {
    ...product,
    categoryId: 'tea-oolong',
    brand: '祥华茶社',
    tags: ['gift', 'seasonal'],
    launchAt: at(LAUNCH_DAYS),
    earlyAccess: { tier: 'gold', from: at(EARLY_DAYS) },
    limits: { perMember: 2, perOrder: 2 },
  }
}
