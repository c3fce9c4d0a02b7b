import type { StateCreator } from 'zustand'
import type { CategoryView, HomeView } from '@core/contract/catalog'
import { callShop } from '@/services/call'
import { loading, settled, type Loadable } from './loadable'
import type { ShopState } from './shop'

/** Words a person looked for stay in reach; more than a screenful nobody reads. */
const RECENT_WORDS_MAX = 10

/** What the shop has: home's first screen, the shelves, and the words looked for on this phone. */
export type CatalogSlice = {
  home: Loadable<HomeView>
  categories: Loadable<CategoryView[]>
  /** The shelf that the category page shows; `null` until one is chosen. */
  shelf: string | null
  recentWords: string[]
  openShelf(categoryId: string): void
  loadHome(): Promise<void>
  loadCategories(): Promise<void>
  rememberWord(word: string): void
  forgetWords(): void
}

/** Makes the slice. */
export const catalogSlice: StateCreator<ShopState, [], [], CatalogSlice> = (set, get) => ({
  home: loading,
  categories: loading,
  shelf: null,
  recentWords: [],
  openShelf: (shelf) => set({ shelf }),
  loadHome: async () => {
    const answer = await callShop('home.show', {})
    const home = settled(get().home, answer)
    // Home brings the shelves along: the category page then needs no call of its own.
    set(answer.ok ? { home, categories: ready(answer.value.categories) } : { home })
  },
  loadCategories: async () => {
    if (get().categories.status === 'ready') return
    set({ categories: settled(get().categories, await callShop('catalog.categories', {})) })
  },
  rememberWord: (word) => {
    const others = get().recentWords.filter((known) => known !== word)
    set({ recentWords: [word, ...others].slice(0, RECENT_WORDS_MAX) })
  },
  forgetWords: () => set({ recentWords: [] }),
})

const ready = <T>(value: T): Loadable<T> => ({ status: 'ready', value, error: null })
