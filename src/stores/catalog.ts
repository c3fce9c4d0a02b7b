import type { CategoryView } from '@core/contract/catalog'
import type { HomeView } from '@core/contract/storefront'
import { FOOTPRINTS_MAX } from '@core/kernel/limits'
import type { StateCreator } from 'zustand'
import { callShop } from '@/services/call'
import { afterAnswer, type Loadable, loading } from './loadable'
import type { ShopState } from './shop'

/** Recent search words kept: about one screen. */
const RECENT_WORDS_MAX = 10

/** The catalogue, and the searches and product views made on this phone. */
export type CatalogSlice = {
  home: Loadable<HomeView>
  categories: Loadable<CategoryView[]>
  /** Category selected on the category page; `null` until one is chosen. */
  categoryId: string | null
  recentWords: string[]
  /** Products viewed on this phone, latest first; never sent to the cloud. */
  footprints: string[]
  selectCategory(categoryId: string): void
  loadHome(): Promise<void>
  loadCategories(): Promise<void>
  addFootprint(productId: string): void
  clearFootprints(): void
  addRecentWord(word: string): void
  clearRecentWords(): void
}

export const catalogSlice: StateCreator<ShopState, [], [], CatalogSlice> = (set, get) => ({
  home: loading,
  categories: loading,
  categoryId: null,
  recentWords: [],
  footprints: [],
  selectCategory: (categoryId) => set({ categoryId }),
  loadHome: async () => {
    const answer = await callShop('home.show', {})
    const home = afterAnswer(get().home, answer)
    // Home includes the categories: the category page then needs no call of its own.
    set(answer.ok ? { home, categories: ready(answer.value.categories) } : { home })
  },
  loadCategories: async () => {
    if (get().categories.status === 'ready') return
    set({ categories: afterAnswer(get().categories, await callShop('catalog.categories', {})) })
  },
  addFootprint: (productId) => {
    const others = get().footprints.filter((id) => id !== productId)
    set({ footprints: [productId, ...others].slice(0, FOOTPRINTS_MAX) })
  },
  clearFootprints: () => set({ footprints: [] }),
  addRecentWord: (word) => {
    const others = get().recentWords.filter((known) => known !== word)
    set({ recentWords: [word, ...others].slice(0, RECENT_WORDS_MAX) })
  },
  clearRecentWords: () => set({ recentWords: [] }),
})

const ready = <T>(value: T): Loadable<T> => ({ status: 'ready', value, error: null })
