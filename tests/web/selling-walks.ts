import { waitForToast } from './page-actions'
import type { TapWalk } from './taps'

/** What an owner puts up from the staff's home: goods and promotions. Each walk ends when saved. */

type Entry = '商品' | '活动'

/** Opens an entry of the staff's home. */
const openEntry = (walk: TapWalk, entry: Entry) =>
  walk.tap(walk.page.getByLabel(entry, { exact: true }))

/** The first product of a shop that has no category yet, all on one page. */
export async function putUpFirst(walk: TapWalk): Promise<void> {
  await openEntry(walk, '商品')
  await walk.tap('上新')
  await walk.fill('商品名', '野生蓝莓酱')
  await walk.fill('价格', '58')
  await walk.fill('库存', '12')
  await walk.choosePicture('添加商品图片')
  await walk.fill('新分类', '果酱')
  await walk.tap('保存')
  await waitForToast(walk.page, '已保存')
}

/** A product with two options of two values each, in a category that exists, at one price. */
export async function putUpWithOptions(walk: TapWalk): Promise<void> {
  const { page } = walk
  await openEntry(walk, '商品')
  await walk.tap('上新')
  await walk.fill('商品名', '手作茶杯')
  await walk.fill('价格', '88')
  await walk.choosePicture('添加商品图片')
  await walk.tap(page.locator('.choice', { hasText: '全部' }))
  await walk.tap('分几种规格卖')
  await walk.tap('加一种规格')
  await walk.fill('规格 1', '釉色')
  await walk.fill('釉色的选项', '月白、天青', 'Enter')
  await walk.tap('加一种规格')
  await walk.fill('规格 2', '容量')
  await walk.fill('容量的选项', '80ml、120ml', 'Enter')
  await walk.fill('库存', '10')
  await walk.tap('填到每一款')
  await walk.tap('保存')
  await waitForToast(walk.page, '已保存')
}

/** 满 99 减 10 in the whole shop, from now on. */
export async function startSpendOff(walk: TapWalk): Promise<void> {
  await openEntry(walk, '活动')
  await walk.tap('新建活动')
  await walk.tap('满减')
  await walk.fill('活动名', '春茶节')
  await walk.fill('第 1 档 满', '99')
  await walk.fill('减', '10')
  await walk.tap('保存')
  await waitForToast(walk.page, '已保存')
}

/** Every SKU of a product at a discount, from now on. */
export async function discountProduct(walk: TapWalk): Promise<void> {
  await openEntry(walk, '活动')
  await walk.tap('新建活动')
  await walk.tap('限时价')
  await walk.fill('活动名', '蜂蜜八折')
  await walk.tap('加商品')
  await walk.tap('秦岭土蜂蜜')
  await walk.tap('整件商品，2 款一起')
  await walk.fill('一起打', '8')
  await walk.tap('保存')
  await waitForToast(walk.page, '已保存')
}
