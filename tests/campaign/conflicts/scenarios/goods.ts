import { draftProduct } from '../../../builders/catalog'
import { homeBanner } from '../../../builders/home'
import { ACTIVITIES, couponOffer } from '../../../builders/promotions'
import { article, faqEntry } from '../../../builders/service'
import { must, PRODUCTS, START } from '../../../builders/shop'
import { moved } from '../../../builders/stock'
import { type Scenario, staffCall } from '../scenario'

/** After everything that happens in a scenario. */
const FAR = START + 60 * 86_400_000

const TEA = PRODUCTS[0]
const SPENT = { ...ACTIVITIES.spendOff, endsAt: FAR }
const TIME_PRICE = {
  ...ACTIVITIES.timePrice,
  prices: [{ skuId: 'tea:1', priceFen: 4_900, stock: 10 }],
  endsAt: FAR,
}

/** What the staff keep: goods, stock, offers, texts and settings. */
export const GOODS_SCENARIOS: readonly Scenario[] = [
  staffCall('products.save', async () => draftProduct({ id: 'rice', brand: '山野' })),
  staffCall(
    'products.save',
    async () => {
      if (!TEA) throw new Error('the test shop sells tea')
      const dimensions = [{ name: '规格', values: ['一盒', '两盒'] }]
      const skus = ['一盒', '两盒'].map((value, at) => skuOf(TEA.skus[0], value, at))
      return { ...TEA, title: '雨前龙井', brand: '山野', dimensions, skus }
    },
    { title: 'edited, with a SKU more' },
  ),
  staffCall('products.switch', async () => ({ productId: 'tea', isOnSale: false })),
  staffCall('products.arrange', async () => ({
    version: 0,
    moves: [
      { productId: 'tea', from: 10, to: 30 },
      { productId: 'honey', from: 10, to: 20 },
    ],
  })),
  staffCall('stock.move', async () => moved('tea:1', 5)),
  staffCall('stock.move', async () => moved('tea:1', -5), { title: 'a shortage' }),
  staffCall('categories.save', async () => ({
    id: 'dry',
    name: '干货',
    picture: 'honey-pot',
    sort: 2,
    parentId: null,
  })),
  staffCall('categories.remove', async ({ shop }) => {
    const dry = { id: 'dry', name: '干货', picture: 'honey-pot', sort: 2, parentId: null }
    must(await shop.admin('categories.save', dry))
    return { id: 'dry' }
  }),
  staffCall('tags.save', async () => TAG),
  staffCall('tags.remove', async ({ shop }) => {
    must(await shop.admin('tags.save', TAG))
    return { id: TAG.id }
  }),
  staffCall('promotions.save', async () => ({ promotion: TIME_PRICE })),
  staffCall(
    'promotions.save',
    async ({ shop, devcloud }) => {
      const startsAt = devcloud.clock.now() + 3_600_000
      const promotion = { ...TIME_PRICE, startsAt }
      must(await shop.admin('promotions.save', { promotion }))
      const prices = [{ skuId: 'honey:2', priceFen: 4_900, stock: 7 }]
      return { promotion: { ...promotion, prices } }
    },
    { title: 'edited before it begins' },
  ),
  staffCall('promotions.end', async ({ shop }) => {
    must(await shop.admin('promotions.save', { promotion: SPENT }))
    return { promotionId: SPENT.id }
  }),
  staffCall('coupons.save', async () => ({ coupon: couponOffer('ten', { claimUntil: FAR }) })),
  staffCall(
    'coupons.save',
    async ({ shop, lin }) => {
      must(await shop.admin('coupons.save', { coupon: couponOffer('ten', { claimUntil: FAR }) }))
      await lin.does('coupons.claim', { couponId: 'ten' })
      return { coupon: couponOffer('ten', { issuedMax: 50, claimUntil: FAR }) }
    },
    { title: 'with fewer copies' },
  ),
  staffCall('coupons.stop', async ({ shop }) => {
    must(await shop.admin('coupons.save', { coupon: couponOffer('ten', { claimUntil: FAR }) }))
    return { couponId: 'ten' }
  }),
  staffCall('articles.save', async () => article({ id: 'article00000000000001' })),
  staffCall(
    'articles.save',
    async ({ shop }) => {
      const first = article({ id: 'article00000000000001' })
      const { version } = must(await shop.admin('articles.save', first))
      return { ...first, version, title: '另一个题目' }
    },
    { title: 'edited' },
  ),
  staffCall('freight.save', async () => ({
    zones: [
      {
        name: '全国',
        provinces: [],
        isServed: true,
        firstGrams: 1_000,
        firstFen: 900,
        moreGrams: 1_000,
        moreFen: 200,
        freeFromFen: 9_900,
      },
    ],
  })),
  staffCall(
    'program.save',
    async ({ shop }) => {
      const { version, values } = must(await shop.admin('program.show', {}))
      return { version, values: { ...values, pointsPerYuan: 2 } }
    },
    { isCached: true },
  ),
  staffCall('home.save', async () => ({
    version: 0,
    shopName: '山野',
    banners: [homeBanner({ link: { kind: 'product', id: 'tea' } })],
    hotWords: ['龙井'],
    blocks: [],
  })),
  staffCall('faq.save', async () => faqEntry({ id: 'faq00000000000000001' })),
  staffCall('faq.remove', async ({ shop }) => {
    must(await shop.admin('faq.save', faqEntry({ id: 'faq00000000000000001' })))
    return { id: 'faq00000000000000001' }
  }),
]

const TAG = {
  id: 'spring',
  name: '春茶',
  needs: { functional: 80, emotional: 10, social: 10 },
}

type SkuInput = NonNullable<typeof TEA>['skus'][number]

function skuOf(like: SkuInput | undefined, value: string, at: number): SkuInput {
  if (!like) throw new Error('tea has a SKU')
  return { ...like, id: `tea:${at + 1}`, values: [value] }
}
