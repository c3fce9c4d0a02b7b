import type { Life, Shelf } from '../customers'
import type { SeededRandom } from '../random'
import type { Action, Step } from './step'
import type { StockTracker } from './stock-tracker'

/** Words people look for, by the shelf they have in mind. */
const WORDS: Record<Shelf, readonly string[]> = {
  tea: ['龙井', '白茶', '红茶'],
  honey: ['蜂蜜', '果酱', '拌面'],
  pastry: ['曲奇', '可颂', '下午茶'],
  fruit: ['樱桃', '沃柑', '苹果'],
  home: ['香薰', '手作', '礼物'],
  garden: ['绿植', '种球', '鲜花'],
}

/** Views of one visit by somebody who looks around, and by somebody who only looks in. */
const VIEWS = { around: 2, in: 1 } as const

type StoryTools = { chance: SeededRandom; stockroom: StockTracker }

/** A visit: some products looked at, one of them by searching when the customer is a seeker. */
export const visitStep = (life: Life, daysAgo: number, { chance, stockroom }: StoryTools): Step => {
  const shelf = chance.pick(life.categories)
  const products = stockroom.productsOf(shelf)
  const isAround = life.interest !== undefined || life.orders !== undefined
  const views = Array.from({ length: isAround ? VIEWS.around : VIEWS.in }, () =>
    chance.pick(products),
  )
  const look: Action = { kind: 'look', productIds: [...new Set(views)] }
  const isSearch = life.interest === 'search' || (life.orders !== undefined && chance.next() < 0.4)
  const acts: Action[] = [isSearch ? { ...look, word: chance.pick(WORDS[shelf]) } : look]
  return { openid: life.openid, daysAgo, actions: acts }
}

/** What somebody who has not bought leaves behind on the last visit. */
export const interestActions = (life: Life, { chance, stockroom }: StoryTools): Action[] => {
  const shelf = chance.pick(life.categories)
  const productId = chance.pick(stockroom.productsOf(shelf))
  if (life.interest === 'favourite') return [{ kind: 'favourite', productId }]
  if (life.interest !== 'cart') return []
  const [line] = stockroom.basket({ taste: life.categories, aroundFen: 60_00 }, chance)
  return [{ kind: 'favourite', productId }, ...(line ? [{ kind: 'cart', line } as const] : [])]
}
