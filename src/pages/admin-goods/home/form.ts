import type { HomeContentView, SaveHomeInput } from '@core/contract/home-content'
import type { Result } from '@core/kernel/result'
import type { FieldSpecs } from '@/pages/admin/form/field-spec'
import { type FieldError, FormReader } from '@/pages/admin/form/form-reader'
import { mintId } from '@/services/ids'

/** Home as it is being edited. */
export type HomeForm = HomeContentView
export type BannerForm = HomeForm['banners'][number]

export const SHOP_FIELDS = {
  shopName: {
    input: 'text',
    path: 'shopName',
    label: '店名',
    max: 20,
    placeholder: '顾客看到的名字',
  },
} as const satisfies FieldSpecs<HomeForm>

/** The described fields of a banner. */
export const BANNER_FIELDS = {
  eyebrow: {
    input: 'text',
    path: 'eyebrow',
    label: '小字',
    max: 20,
    placeholder: '如 春茶 · 头采，可以不写',
    isOptional: true,
  },
  note: {
    input: 'text',
    path: 'note',
    label: '说明',
    max: 40,
    placeholder: '如 清明前三天采完，可以不写',
    isOptional: true,
  },
} as const satisfies FieldSpecs<BannerForm>

/** Characters of a banner's title (`contract/home-content.ts`). */
export const TITLE_MAX = 40

/** A new banner, shown from the moment it is saved. */
export const blankBanner = (): BannerForm => ({
  id: mintId(),
  eyebrow: '',
  title: '',
  note: '',
  picture: '',
  link: null,
  linkName: '',
  isOn: true,
  from: null,
  until: null,
})

/** What is sent, or the first field that has to be filled before. */
export function readHome(form: HomeForm): Result<SaveHomeInput, FieldError> {
  const { version, shopName, banners, hotWords, blocks } = form
  const read = new FormReader()
  read.fields(SHOP_FIELDS, form, { keys: ['shopName'] })
  for (const [at, { title, picture, from, until }] of banners.entries()) {
    read.require(`banners.${at}.title`, title.trim() !== '')
    read.require(`banners.${at}.picture`, picture !== '')
    if (from !== null && until !== null && from >= until) {
      read.error(`banners.${at}.until`, 'ENDS_FIRST')
    }
  }
  return read.result({
    version,
    shopName: shopName.trim(),
    banners: banners.map(({ linkName: _linkName, ...banner }) => ({
      ...banner,
      eyebrow: banner.eyebrow.trim(),
      title: banner.title.trim(),
      note: banner.note.trim(),
    })),
    hotWords,
    blocks,
  })
}
