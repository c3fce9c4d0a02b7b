import type { Database } from '@core/data/database'

/** The shop's own words for its first page. */
export type HomeWords = {
  shopName: string
  banner: { eyebrow: string; title: string; note: string; picture: string; productId: string }
  hotWords: string[]
}

/** The settings document that holds them. */
const HOME_ID = 'home'

/** What a shop says that has not said anything yet. */
const UNSAID: HomeWords = {
  shopName: '小店',
  banner: { eyebrow: '', title: '', note: '', picture: '', productId: '' },
  hotWords: [],
}

/** The words of the first page. */
export async function homeWords(db: Database): Promise<HomeWords> {
  const document = await db.get('settings', HOME_ID)
  if (!document) return UNSAID
  const { _id, ...words } = document
  return { ...UNSAID, ...words }
}

/** Stores the words of the first page. */
export const saveHomeWords = (db: Database, words: HomeWords): Promise<void> =>
  db.put('settings', { _id: HOME_ID, ...words })
