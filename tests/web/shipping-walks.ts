import { visibleElement } from './page-actions'
import type { TapWalk } from './taps'

/** The staff's home, where the walks begin. */
export const STAFF_HOME = '/pages/admin-trade/home/index'

/** Ships one waiting order from the staff's home. */
export async function shipOne(
  walk: TapWalk,
  { customer, trackingNumber }: { customer: string; trackingNumber: string },
): Promise<void> {
  const { page } = walk
  await walk.tap(page.getByLabel(/^订单，/))
  await walk.tap(visibleElement(page, new RegExp(customer)).first())
  await visibleElement(page, '顾客已付款，等你发货').waitFor()
  await walk.fill(page.getByLabel('快递单号', { exact: true }).locator('input'), trackingNumber)
  await walk.tap(page.getByRole('button', { name: '发货', exact: true }))
  await visibleElement(page, /在路上，顾客不确认的话/).waitFor()
}

/** Copies the addresses of all waiting orders, and ships the list that is made of them. */
export async function shipMany(
  walk: TapWalk,
  { list, count }: { list: string; count: number },
): Promise<void> {
  const { page } = walk
  await walk.tap(page.getByLabel(/^订单，/))
  await walk.tap('批量发货')
  await walk.tap(`复制 ${count} 单的地址`)
  await walk.fill(page.getByLabel('订单号，快递，单号').locator('textarea'), list)
  await walk.tap('核对')
  await walk.tap(`发出 ${count} 单`)
  await visibleElement(page, '都发出去了').waitFor()
}
