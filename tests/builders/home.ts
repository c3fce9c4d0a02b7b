import type { SaveHomeInput } from '@core/contract/home-content'
import { DEFAULT_BLOCKS } from '@core/domain/storefront/home'

type Banner = SaveHomeInput['banners'][number]

/** A banner that is always shown and leads nowhere, unless the test says more. */
export const homeBanner = (more: Partial<Banner> = {}): Banner => ({
  id: 'banner00000000000001',
  eyebrow: '春',
  title: '明前龙井到了',
  note: '只有九十份',
  picture: 'honey-pot',
  link: null,
  isOn: true,
  from: null,
  until: null,
  ...more,
})

/** A home page that is saved for the first time. */
export const homeInput = (more: Partial<SaveHomeInput> = {}): SaveHomeInput => ({
  version: 0,
  shopName: '山野',
  banners: [],
  hotWords: [],
  blocks: [...DEFAULT_BLOCKS],
  ...more,
})
