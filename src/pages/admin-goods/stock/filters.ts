import type { StockListInput } from '@core/contract/stock'

export type StockFilter = NonNullable<StockListInput['filter']>

/** The lists of the page; those that need an action come first. */
export const FILTERS = [
  ['low', '偏少'],
  ['out', '售完'],
  ['all', '全部'],
] as const satisfies readonly (readonly [StockFilter, string])[]

export const EMPTY_COPY = {
  low: { picture: 'basket', title: '货都够卖', note: '在售的款快卖完时，会出现在这里' },
  out: { picture: 'basket', title: '没有售完的款', note: '在售的款卖完时，会出现在这里' },
  all: { picture: 'seedling', title: '还没有商品', note: '商品保存后，库存会记在这里' },
} as const satisfies Record<StockFilter, { picture: string; title: string; note: string }>
