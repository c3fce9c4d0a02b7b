import type { Database } from '@core/data/database'

/** The texts of the home page that the shop edits. */
export type HomeContent = {
  shopName: string
  banner: { eyebrow: string; title: string; note: string; picture: string; productId: string }
  hotWords: string[]
}

const HOME_ID = 'home'

/** The home page of a shop that has not edited it yet. */
const DEFAULT_CONTENT: HomeContent = {
  shopName: '小店',
  banner: { eyebrow: '', title: '', note: '', picture: '', productId: '' },
  hotWords: [],
}

export async function readHomeContent(db: Database): Promise<HomeContent> {
  const document = await db.get('settings', HOME_ID)
  if (!document) return DEFAULT_CONTENT
  const { _id, ...content } = document
  return { ...DEFAULT_CONTENT, ...content }
}

/** Replaces what home shows besides products, as a whole. */
export const writeHomeContent = (db: Database, content: HomeContent): Promise<void> =>
  db.put('settings', { _id: HOME_ID, ...content })
