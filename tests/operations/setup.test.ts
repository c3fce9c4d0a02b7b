import type { SetupReport } from '@core/contract/setup'
import type { Result } from '@core/kernel/result'
import { COLLECTIONS } from '@core/operations/app'
import { startDevcloud } from '@local/devcloud'
import { must, OWNER, openShop, type TestShop } from '../builders/shop'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
}, 60_000)
afterAll(() => shop.close())

it('a repeated setup finds every collection and creates none', async () => {
  const report = must(await shop.admin('setup.prepare', {}))
  expect(report.created).toEqual([])
  expect(report.existing).toEqual(COLLECTIONS.map(({ name }) => name))
  expect(report.indexes).toContain('orders: memberId ↑, placedAt ↓, _id ↓')
})

it('the owner, and no one else, creates every collection in an empty environment', async () => {
  const devcloud = await startDevcloud({
    collections: [],
    personas: [{ openid: OWNER, name: '店主', note: '', role: 'merchant' }],
  })
  const event = { operation: 'setup.prepare', input: {} }
  const report = (await devcloud.invoke('admin', event, OWNER)) as Result<SetupReport, unknown>
  expect(must(report).created).toEqual(COLLECTIONS.map(({ name }) => name))
  await devcloud.close()
})
