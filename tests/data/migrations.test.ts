import { must, type TestShop } from '../builders/shop'
import { fixture, OLD_MEMBER, openOldShop } from './old-shop'

/** Members beside those of the fixtures: more than one page of a migration. */
const COPIES = 120
const MEMBERS = COPIES + fixture('old-members').length

let shop: TestShop
beforeEach(async () => {
  shop = await openOldShop(COPIES)
}, 60_000)
afterEach(() => shop.close())

const migrate = async () => must(await shop.admin('setup.migrate', {})).migrations

const rowOf = (rows: Awaited<ReturnType<typeof migrate>>, name: string) =>
  rows.find((row) => row.name === name)

async function found(filter: { recency: 'lost' | 'new' }) {
  let [count, cursor]: [number, string | undefined] = [0, undefined]
  do {
    const page: { items: unknown[]; next: string | null } = must(
      await shop.admin('members.list', { ...filter, ...(cursor && { cursor }) }),
    )
    count += page.items.length
    cursor = page.next ?? undefined
  } while (cursor)
  return count
}

it('lets the staff’s filters find what the previous release wrote', async () => {
  expect(await found({ recency: 'lost' })).toBe(0)
  const rows = await migrate()
  expect(rows.every((row) => row.isDone)).toBe(true)
  expect(rowOf(rows, 'members:2')).toMatchObject({ read: MEMBERS, written: MEMBERS })
  const ledger = fixture('old-ledger').length
  expect(rowOf(rows, 'pointsLedger:2')).toMatchObject({ read: ledger, written: ledger })
  expect(await found({ recency: 'lost' })).toBe(COPIES + 1)
  expect(await found({ recency: 'new' })).toBe(1)
  const { items } = must(await shop.admin('members.history', { memberId: OLD_MEMBER }))
  expect(items[0]).toMatchObject({ transitions: [{ kind: 'recency', to: 'lost' }] })
  const board = must(await shop.admin('lifecycle.board', {}))
  expect(board.recencies).toEqual({ new: 1, active: 0, silent: 0, lost: COPIES + 1 })
})

it('run twice, changes nothing the second time', async () => {
  const first = await migrate()
  const page = must(await shop.admin('members.show', { memberId: OLD_MEMBER }))
  expect(await migrate()).toEqual(first)
  expect(must(await shop.admin('members.show', { memberId: OLD_MEMBER }))).toEqual(page)
})

it('interrupted, goes on from its cursor once the lease has run out', async () => {
  const action = 'database.modifyDocument'
  const fault = { kind: 'timeout-before', action, collection: 'members' } as const
  shop.devcloud.faults.add({ ...fault, skip: 105, times: 100 })
  expect(await shop.admin('setup.migrate', {})).toMatchObject({ ok: false })
  shop.devcloud.faults.clear()
  const { isDone, read } = rowOf(await migrate(), 'members:2') ?? {}
  expect(isDone).toBe(false)
  // One page, of as many as one read holds.
  expect(read).toBeGreaterThan(0)
  expect(read).toBeLessThan(MEMBERS)
  await shop.devcloud.clock.advance({ minutes: 3 })
  expect(rowOf(await migrate(), 'members:2')).toMatchObject({ isDone: true, read: MEMBERS })
  expect(await found({ recency: 'lost' })).toBe(COPIES + 1)
})

it('two runs at once write every document once', async () => {
  await Promise.all([migrate(), migrate()])
  const rows = await migrate()
  expect(rowOf(rows, 'members:2')).toEqual({
    name: 'members:2',
    isDone: true,
    read: MEMBERS,
    written: MEMBERS,
  })
})

it('goes on by the nightly timer, and the night’s review comes after it', async () => {
  await shop.devcloud.fireTimer('sweep-members')
  const rows = await migrate()
  expect(rows.every((row) => row.isDone)).toBe(true)
  expect(await found({ recency: 'lost' })).toBe(COPIES + 1)
})

it('does not undo what a customer does meanwhile', async () => {
  const [, me] = await Promise.all([
    migrate(),
    shop.customer('old').does('members.update', { nickname: '新名' }),
  ])
  expect(me.nickname).toBe('新名')
  await migrate()
  expect(await shop.customer('old').does('members.me', {})).toMatchObject({ nickname: '新名' })
})
