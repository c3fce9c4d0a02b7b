import type { HomeView } from '@core/contract/storefront'
import type { PictureName } from './pictures'

/** What `settings/home` holds in the demo shop: name, banner and suggested search words. */
export const homeContent = {
  shopName: '山野小铺',
  banner: {
    eyebrow: '春茶 · 头采',
    title: '明前龙井\n今年只做 200 罐',
    note: '梅家坞，清明前三天采完',
    picture: 'teapot' satisfies PictureName,
    productId: 'longjing',
  },
  hotWords: ['蜂蜜', '龙井', '曲奇', '樱桃', '送礼', '下饭'],
} satisfies Pick<HomeView, 'shopName' | 'banner' | 'hotWords'>
