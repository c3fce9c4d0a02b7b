import type { Database } from '@core/data/database'

/** The shop's own words for its first page. */
export type HomeContent = {
  shopName: string
  banner: { eyebrow: string; title: string; note: string; picture: string; productId: string }
  hotWords: string[]
}

/** The settings document that holds them. */
const HOME_ID = 'home'

/** What a shop says that has not said anything yet. */
const DEFAULT_CONTENT: HomeContent = {
  shopName: '小店',
  banner: { eyebrow: '', title: '', note: '', picture: '', productId: '' },
  hotWords: [],
}

/** The words of the first page. */
export async function readHomeContent(db: Database): Promise<HomeContent> {
  const document = await db.get('settings', HOME_ID)
  if (!document) return DEFAULT_CONTENT
  const { _id, ...words } = document
  return { ...DEFAULT_CONTENT, ...words }
}

/** Stores the words of the first page. */
export const writeHomeContent = (db: Database, words: HomeContent): Promise<void> =>
  db.put('settings', { _id: HOME_ID, ...words })
