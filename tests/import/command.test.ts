import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startDevcloud } from '@local/devcloud'
import { OWNER } from '../builders/shop'
import { lastLine, startImport } from './command'
import { csv, fileIn, scratch } from './fixture'

jest.setTimeout(180_000)

let folder: string
beforeAll(() => {
  folder = scratch()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Makes a row long, so that fewer of them fill a call. */
const WIDE = 'x'.repeat(20)

/** 240 customers with 3 orders of 20 lines and a cancellation each: some thirty calls. */
const manyOrders = () => {
  const rows = Array.from({ length: 240 }, (_, customer) =>
    Array.from({ length: 3 }, (_, order) =>
      Array.from(
        { length: 20 },
        (_, line) =>
          `${customer}-${order} SKU-${line}-${WIDE} 2 2011-0${order + 1}-05 1.00 n${customer}`,
      ),
    ).flat(),
  ).flat()
  const back = Array.from(
    { length: 240 },
    (_, customer) => `C${customer} SKU-0-${WIDE} -1 2011-04-05 1.00 n${customer}`,
  )
  return csv(...rows, ...back)
}

test('killed in the middle and run again, it goes on and adds each thing once', async () => {
  const data = join(folder, 'killed')
  const file = fileIn(folder, 'many.csv', manyOrders())
  const args = [file, '--data', data, '--json']
  const first = startImport(args, (text) => {
    if (text.includes('发送订单 25%')) first.child.kill('SIGKILL')
  })
  expect((await first.ended).code).toBeNull()
  expect(readdirSync(join(data, 'import')).some((name) => name.startsWith('mark-'))).toBe(true)

  const second = await startImport(args).ended
  expect(second.code).toBe(0)
  const report = lastLine(second)
  expect(report).toMatchObject({
    rows: 240 * 61,
    customers: 240,
    invoices: 960,
    cancellations: 240,
    salesFen: 240 * 60 * 200,
    netFen: 240 * 60 * 200 - 240 * 100,
    repeatBuyers: 240,
    stages: { loyal: 240 },
  })
  // What the first had sent was neither sent again nor added again.
  expect(report['customersAdded']).toBeLessThan(200)
  expect(report['customersAdded']).toBeGreaterThan(0)
  expect(readdirSync(join(data, 'import'))).toEqual(['difference-report.csv', 'row-report.csv'])

  const devcloud = await startDevcloud({ dataDir: data, isTicking: false, personas: PERSONAS })
  expect(devcloud.counts()).toMatchObject({ members: 240, orders: 720, refunds: 240 })
  // The folder counts as filled from now on, so the import put the demo's goods there.
  expect(devcloud.counts()['products']).toBeGreaterThan(20)
  await devcloud.close()
})

const PERSONAS = [{ openid: OWNER, name: '店主', note: '', role: 'merchant' as const }]

test('while a local cloud runs in the data folder it imports through that devcloud', async () => {
  const data = join(folder, 'running')
  const devcloud = await startDevcloud({ dataDir: data, isTicking: false, personas: PERSONAS })
  try {
    const file = fileIn(folder, 'few.csv', csv('1 A 1 2011-01-05 2.00 run', '2 A 1 bad 2.00 run'))
    const ended = await startImport([file, '--data', data]).ended
    expect(ended).toMatchObject({ code: 0 })
    expect(ended.out).toContain('共 2 行：已导入 1 + 退货 0 + ')
    expect(ended.out).toContain('没有客户 0 + 读不出 1 + 跳过 0')
    expect(ended.out).toContain('新增 1 位客户、1 个订单、0 张退单')
    expect(ended.err).toContain('第 3 行：下单时间“bad 10:00:00”认不出来')
    expect(devcloud.counts()).toMatchObject({ members: 1, orders: 1 })
  } finally {
    await devcloud.close()
  }
})

test('a file that cannot be used ends it with one sentence and code 1', async () => {
  const data = join(folder, 'refused')
  const ended = await startImport([join(folder, 'nowhere.csv'), '--data', data, '--json']).ended
  expect(ended.code).toBe(1)
  expect(ended.out).toBe('')
  expect(ended.err.trim().split('\n').at(-1)).toMatch(/nowhere\.csv does not exist\.$/)
  expect(readdirSync(join(data, 'import'))).toEqual([])
})

test('a demo shop that is not finished takes no customers: it will be made anew', async () => {
  const data = join(folder, 'unfinished')
  mkdirSync(data)
  for (const name of ['seeding', 'database.db']) writeFileSync(join(data, name), '')
  const file = fileIn(folder, 'late.csv', csv('1 A 1 2011-01-05 2.00 late'))
  const ended = await startImport([file, '--data', data]).ended
  expect(ended.code).toBe(1)
  expect(ended.err).toContain('is not finished: let npm start finish it.')
})
