import type { Database } from '@core/data/database'
import type { SettingsDocument } from '@core/data/program/documents'
import type { Transaction } from '@core/data/transaction'
import {
  arrangedBlocks,
  type Banner,
  DEFAULT_BLOCKS,
  type HomeContent,
} from '@core/domain/storefront/home'

/** The settings document of home. */
export const HOME_ID = 'home'

/** What the owner saved last; `version` is 0 before the first time. */
export type SavedHome = { version: number; content: HomeContent }

/** The home page of a shop that has not edited it yet. */
const DEFAULT_CONTENT: HomeContent = {
  shopName: '小店',
  banners: [],
  hotWords: [],
  blocks: [...DEFAULT_BLOCKS],
}

/** The only banner of earlier releases, and what they knew of a home page. */
type OldContent = {
  banner?: Pick<Banner, 'eyebrow' | 'title' | 'note' | 'picture'> & { productId: string }
}

/** What a stored document says of home; earlier releases had one banner and no order of parts. */
export function savedHomeOf(document: SettingsDocument | null | undefined): SavedHome {
  if (!document) return { version: 0, content: DEFAULT_CONTENT }
  const {
    version = 0,
    shopName,
    banners,
    hotWords,
    blocks,
  } = document as Partial<HomeContent & { version: number }>
  const { banner } = document as OldContent
  return {
    version,
    content: {
      shopName: shopName ?? DEFAULT_CONTENT.shopName,
      banners: banners ?? (banner && banner.title !== '' ? [onlyBanner(banner)] : []),
      hotWords: hotWords ?? [],
      blocks: arrangedBlocks(blocks ?? DEFAULT_BLOCKS),
    },
  }
}

const onlyBanner = ({ productId, ...words }: NonNullable<OldContent['banner']>): Banner => ({
  id: 'banner00000000000001',
  ...words,
  link: productId === '' ? null : { kind: 'product', id: productId },
  isOn: true,
  from: null,
  until: null,
})

/** What the owner saved last. */
export const readHome = async (from: Database | Transaction): Promise<SavedHome> =>
  savedHomeOf(await from.get('settings', HOME_ID))

/** Replaces what home shows besides goods, as a whole. */
export const putHome = (transaction: Transaction, { version, content }: SavedHome): Promise<void> =>
  transaction.put('settings', { _id: HOME_ID, version, ...content })
