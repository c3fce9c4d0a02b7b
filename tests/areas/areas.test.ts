import { join, resolve } from 'node:path'
import { APP, AREAS } from '@core/operations/app'
import { joinAreas } from '@core/operations/join-areas'
import { buildFunctions } from '../../config/functions.build'
import { must, openShop, refused, START, type TestShop } from '../builders/shop'
import { sources, textOf } from '../structure/sources'
import { APP as WITH_WISHES } from './wishes/app'
import { WISH_DAY, wishesArea } from './wishes/area'

const OUT = resolve(__dirname, '../../dist/test-areas')
const functionsDir = join(OUT, 'cloudfunctions')
const runnerFile = join(OUT, 'devcloud/runner.js')

describe('an area more', () => {
  let shop: TestShop
  beforeAll(async () => {
    await buildFunctions({
      sourceDir: join(__dirname, 'functions'),
      outDir: functionsDir,
      runnerFile,
    })
    shop = await openShop({
      functionsDir,
      runnerFile,
      collections: WITH_WISHES.collections,
      clock: { frozen: true, start: START },
    })
  }, 120_000)
  afterAll(() => shop.close())

  it('is called by customers, and its setting bounds them', async () => {
    const customer = shop.customer('wisher')
    const wish = { wishId: 'wish1', text: '想要 春茶' }
    expect(await customer.does('wishes.make', wish)).toMatchObject({ id: 'wish1' })
    await customer.does('wishes.make', { ...wish, wishId: 'wish2' })
    expect(refused(await customer.call('wishes.make', { ...wish, wishId: 'wish3' }))).toEqual({
      code: 'TOO_MANY_WISHES',
      max: 2,
    })
  })

  it('checks its input like every operation', async () => {
    const answer = await shop.customer('wisher').call('wishes.make', { wishId: '', text: 'x' })
    expect(refused(answer)).toMatchObject({ code: 'INVALID_INPUT', field: 'wishId' })
  })

  it('counts on the staff’s home, for those who may open its list', async () => {
    const { waiting, operations } = must(await shop.admin('workbench.show', {}))
    expect(waiting['wishes']).toBe(2)
    expect(operations).toContain('wishes.list')
    expect(WITH_WISHES.mayCall('service', 'wishes.list')).toBe(true)
    expect(WITH_WISHES.mayCall('shipping', 'wishes.list')).toBe(false)
  })

  it('delivers its messages when they are posted', async () => {
    const { items } = must(await shop.admin('wishes.list', {}))
    expect(items.map(({ id }) => id)).toEqual(['wish1', 'wish2'])
  })

  it('sweeps with the timer that is there', async () => {
    const { result } = await shop.devcloud.fireTimer('sweep-orders')
    expect(result).toMatchObject({ ok: true, done: { wishesOpen: 0 } })
  })

  it('brings a member’s review day forward', async () => {
    await shop.customer('early').does('cart.change', { change: 'add', skuId: 'tea:1', quantity: 1 })
    const { items } = must(await shop.admin('members.list', {}))
    const details = await Promise.all(
      items.map(async ({ id }) => must(await shop.admin('members.show', { memberId: id }))),
    )
    expect(details.map(({ reviewOn }) => reviewOn)).toContain(WISH_DAY)
  })

  it('is prepared in a new environment', async () => {
    const report = must(await shop.admin('setup.prepare', {}))
    expect(report.existing).toContain('wishes')
    expect(report.indexes).toContain('wishes: isAnswered ↑, _id ↑')
  })
})

test('an area touches its own folders and one line of operations/app.ts', () => {
  expect(WITH_WISHES.collections.length).toBe(APP.collections.length + 1)
  const naming = sources('src', 'cloudfunctions', 'config').filter((file) =>
    /wishes/i.test(textOf(file)),
  )
  expect(naming).toEqual([])
})

test('two areas cannot claim the same operation, collection or message', () => {
  expect(() => joinAreas([...AREAS, wishesArea, wishesArea])).toThrow('two areas declare wishes')
})

test('every area has a name of its own', () => {
  const names = AREAS.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
})
