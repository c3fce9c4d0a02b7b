import { DAY_MS } from '@core/kernel/calendar'
import { couponOffer } from '../../../builders/promotions'
import { mint } from '../../../builders/service'
import { must, START } from '../../../builders/shop'
import { stuckMoneyOf } from '../../../builders/stuck-money'
import { type Scenario, staffCall, type World } from '../scenario'
import { placed } from './purchases'

/** A refund that WeChat Pay has refused; answers its row among the stuck money. */
async function refusedRefund({ shop, devcloud }: World): Promise<string> {
  devcloud.payAnswers({ call: 'refund', status: 403, code: 'NOT_ENOUGH' })
  const { id } = await stuckMoneyOf(() => shop).refunding('refused')
  devcloud.payAnswers()
  return id
}

async function someMember({ shop }: World): Promise<string> {
  const { items } = must(await shop.admin('members.list', {}))
  return items.find(({ isMember }) => isMember)?.id ?? ''
}

const block = (memberId: string) => ({ memberId, reason: '刷单', days: null })

/** An order that the sweep fails to close, because the database fails it; answers the entry. */
async function setAside(world: World): Promise<string> {
  const { shop, devcloud } = world
  await placed(world)
  devcloud.faults.add({ kind: 'timeout-before', action: 'database.startTransaction', times: 1_000 })
  await devcloud.clock.advance({ minutes: 36 })
  devcloud.faults.clear()
  const { items } = must(await shop.admin('setAside.list', {}))
  return items[0]?.id ?? ''
}

/** What the staff look after: money that is stuck, what a sweep failed at, who misbehaves. */
export const STAFF_CARE_SCENARIOS: readonly Scenario[] = [
  staffCall('setAside.retry', async (world) => ({ id: await setAside(world) })),
  staffCall(
    'platform.save',
    async ({ shop }) => {
      const { version, publicKey, certificates } = must(await shop.admin('platform.show', {}))
      return { version, templates: {}, publicKey, certificates }
    },
    { isCached: true },
  ),
  staffCall('reconciliation.askStuck', async (world) => ({ id: await refusedRefund(world) })),
  staffCall('reconciliation.refundAgain', async (world) => ({ id: await refusedRefund(world) })),
  staffCall('reconciliation.settleStuck', async (world) => ({
    id: await refusedRefund(world),
    note: '已转账',
  })),
  staffCall('members.block', async (world) => block(await someMember(world))),
  staffCall('coupons.give', async (world) => {
    const coupon = couponOffer('ten', { claimUntil: START + 60 * DAY_MS })
    must(await world.shop.admin('coupons.save', { coupon }))
    return { couponId: 'ten', memberId: await someMember(world), claimId: mint('give') }
  }),
  staffCall('members.unblock', async (world) => {
    const memberId = await someMember(world)
    must(await world.shop.admin('members.block', block(memberId)))
    return { memberId }
  }),
]
