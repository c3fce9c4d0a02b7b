import type { SaveHomeInput } from '@core/contract/home-content'
import { DEFAULT_BLOCKS } from '@core/domain/storefront/home'
import type { PictureName } from './pictures'

/** What `settings/home` holds in the demo shop: name, banner, suggested words, order of parts. */
export const homeContent = {
  version: 0,
  shopName: '山野小铺',
  banners: [
    {
      id: 'demobanner0000000001',
      eyebrow: '春茶 · 头采',
      title: '明前龙井\n今年只做 200 罐',
      note: '梅家坞，清明前三天采完',
      picture: 'teapot' satisfies PictureName,
      link: { kind: 'product', id: 'longjing' },
      isOn: true,
      from: null,
      until: null,
    },
  ],
  hotWords: ['蜂蜜', '龙井', '曲奇', '樱桃', '送礼', '下饭'],
  blocks: [...DEFAULT_BLOCKS],
} satisfies SaveHomeInput
