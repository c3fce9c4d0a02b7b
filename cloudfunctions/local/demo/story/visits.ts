import type { TopCategoryId } from '../catalog'
import type { CustomerHistory } from '../customers'
import type { SeededRandom } from '../random'
import type { Action, Step } from './step'
import type { StockTracker } from './stock-tracker'

/** Search words by category. */
const WORDS: Record<TopCategoryId, readonly string[]> = {
  tea: ['龙井', '白茶', '红茶'],
  honey: ['蜂蜜', '果酱', '拌面'],
  pastry: ['曲奇', '可颂', '下午茶'],
  fruit: ['樱桃', '沃柑', '苹果'],
  home: ['香薰', '手作', '礼物'],
  garden: ['绿植', '种球', '鲜花'],
}

/** Product views of one visit, by interested customers and by others. */
const VIEWS = { around: 2, in: 1 } as const

type StoryTools = { random: SeededRandom; stock: StockTracker }

/** A visit: some products are viewed, one of them by search if the customer searches. */
export const visitStep = (
  customer: CustomerHistory,
  daysAgo: number,
  { random, stock }: StoryTools,
): Step => {
  const category = random.pick(customer.categories)
  const products = stock.productsOf(category)
  const isAround = customer.interest !== undefined || customer.orders !== undefined
  const views = Array.from({ length: isAround ? VIEWS.around : VIEWS.in }, () =>
    random.pick(products),
  )
  const look: Action = { kind: 'look', productIds: [...new Set(views)] }
  const isSearch =
    customer.interest === 'search' || (customer.orders !== undefined && random.next() < 0.4)
  const actions: Action[] = [isSearch ? { ...look, word: random.pick(WORDS[category]) } : look]
  return { openid: customer.openid, daysAgo, actions: actions }
}

/** What a customer who has not bought does on the last visit to show interest. */
export const interestActions = (
  customer: CustomerHistory,
  { random, stock }: StoryTools,
): Action[] => {
  const category = random.pick(customer.categories)
  const productId = random.pick(stock.productsOf(category))
  if (customer.interest === 'favourite') return [{ kind: 'favourite', productId }]
  if (customer.interest !== 'cart') return []
  const [line] = stock.basket({ taste: customer.categories, aroundFen: 60_00 }, random)
  return [{ kind: 'favourite', productId }, ...(line ? [{ kind: 'cart', line } as const] : [])]
}
