import type { CategoryView } from '@core/contract/catalog'
import type { FacetsView, HomeView } from '@core/contract/storefront'
import { FOOTPRINTS_MAX } from '@core/kernel/limits'
import type { StateCreator } from 'zustand'
import { callShop } from '@/services/call'
import { type Loadable, loading, afterAnswer } from './loadable'
import type { ShopState } from './shop'

/** Words a person looked for stay in reach; more than a screenful nobody reads. */
const RECENT_WORDS_MAX = 10

/** What the shop has, and what was looked for and looked at on this phone. */
export type CatalogSlice = {
  home: Loadable<HomeView>
  categories: Loadable<CategoryView[]>
  /** The shelf that the category page shows; `null` until one is chosen. */
  categoryId: string | null
  /** What lists are narrowed by besides the shelves. */
  facets: Loadable<FacetsView>
  recentWords: string[]
  /** Products looked at on this phone, latest first; nobody else learns of them by this. */
  footprints: string[]
  selectCategory(categoryId: string): void
  loadHome(): Promise<void>
  loadCategories(): Promise<void>
  loadFacets(): Promise<void>
  addFootprint(productId: string): void
  clearFootprints(): void
  addRecentWord(word: string): void
  clearRecentWords(): void
}

/** Makes the slice. */
export const catalogSlice: StateCreator<ShopState, [], [], CatalogSlice> = (set, get) => ({
  home: loading,
  categories: loading,
  categoryId: null,
  facets: loading,
  recentWords: [],
  footprints: [],
  selectCategory: (shelf) => set({ categoryId: shelf }),
  loadHome: async () => {
    const answer = await callShop('home.show', {})
    const home = afterAnswer(get().home, answer)
    // Home brings the shelves along: the category page then needs no call of its own.
    set(answer.ok ? { home, categories: ready(answer.value.categories) } : { home })
  },
  loadCategories: async () => {
    if (get().categories.status === 'ready') return
    set({ categories: afterAnswer(get().categories, await callShop('catalog.categories', {})) })
  },
  loadFacets: async () => {
    if (get().facets.status === 'ready') return
    set({ facets: afterAnswer(get().facets, await callShop('catalog.facets', {})) })
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
