import { WHOLE_SHOP_SCOPE } from '@core/domain/promotions/scope'
import type { ShopCopy } from '@local/devcloud-state'
import { couponOffer } from '../../builders/promotions'
import { must, openShop } from '../../builders/shop'
import { receives, runs } from '../../builders/trade'
import type { World } from './scenario'

/** A shop in memory, and a copy of it to begin every scenario from. */
export async function openWorld(): Promise<{ world: World; base: ShopCopy }> {
  const shop = await openShop({ poolSize: 2, warn: () => undefined })
  const { devcloud } = shop
  const lin = shop.customer('lin')
  await lin.join('林晚')
  const { id } = await lin.buys('tea:1', 10)
  await receives(shop, lin, id)
  await devcloud.clock.advance({ days: 8 })
  // Notices of refunds come in the background, and would come into the next run.
  await devcloud.refunds({ times: 0 })
  const world = { shop, devcloud, lin, grantId: await offers({ shop, lin }), remembered: new Map() }
  return { world, base: devcloud.copy() }
}

/** A price with stock of its own, a gift, and a coupon that 林晚 claims; answers her copy. */
async function offers({ shop, lin }: Pick<World, 'shop' | 'lin'>): Promise<string> {
  const prices = [{ skuId: 'honey:1', priceFen: 2_990, stock: 10 }]
  await runs(shop, { kind: 'timePrice', prices, perMemberMax: 5 })
  await runs(shop, {
    kind: 'gift',
    scope: WHOLE_SHOP_SCOPE,
    fromFen: 5_000,
    skuId: 'cherry:1',
    quantity: 1,
    perMemberMax: 1,
    isOptional: false,
  })
  const now = shop.devcloud.clock.now()
  const dates = { claimFrom: now, claimUntil: now + DAY_MS }
  must(await shop.admin('coupons.save', { coupon: couponOffer('welcome', dates) }))
  return (await lin.does('coupons.claim', { couponId: 'welcome' })).id
}

const DAY_MS = 86_400_000
