import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dayOf } from '@core/kernel/calendar'
import { EVENTS_MAX } from '@core/kernel/limits'
import { ALLOWANCES, CHAT } from '@core/operations/allowances'
import { COLLECTIONS } from '@core/operations/app'
import { openStore } from '@local/database/store'
import { ADDITIONS, type Adds, type AnyAnswer, CASES, stocksUp } from '../builders/allowance-cases'
import { openShop, refused, START, type TestShop } from '../builders/shop'

/** So many additions are left of each day when the tests begin. */
const LEFT = 3
/** As many as there are addresses to choose from besides the default and one more. */
const AT_ONCE = 18

type Row = keyof typeof CASES
const ROWS = Object.keys(CASES) as Row[]
const nameOf = (row: string) => row.replace('.', '-')

/** What a row allows in a day, and how much of it one addition of its case is. */
function mostOf(row: Row): { most: number; weight: number } {
  const most = { 'questions.ask': 10, 'privacy.consent': 20 } as Partial<Record<Row, number>>
  const { perDay } = ALLOWANCES[row]
  const weight = row === 'events.record' ? EVENTS_MAX : 1
  return { most: typeof perDay === 'number' ? perDay : (most[row] ?? 0), weight }
}

let dataDir: string
let shop: TestShop
const adds = new Map<Row, Adds>()

const today = (counts: Record<string, number>) => ({ day: dayOf(START), counts })

/** Every customer has used up a day but for the last additions, as the shop would have counted. */
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'limits-'))
  shop = await openShop({ dataDir })
  await stocksUp(shop)
  for (const row of ROWS) {
    const one = shop.customer(nameOf(row))
    await one.join()
    adds.set(row, await CASES[row](shop, one))
  }
  await shop.customer('chatty').join()
  await shop.customer('joins').does('messages.grant', {
    grantId: 'g000000000000000',
    accepted: ['shipped'],
  })
  await shop.close()
  const file = join(dataDir, 'database.db')
  const store = openStore({ file, clock: { now: () => START }, collections: COLLECTIONS })
  const setCount = (name: string, row: string, count: number) =>
    store.update(
      'identities',
      { condition: { _id: `wx:oTest-${name}` }, isMulti: false },
      { $set: { today: today({ [row.replace('.', '_')]: count }) } },
    )
  for (const row of ROWS) {
    const { most, weight } = mostOf(row)
    await setCount(nameOf(row), row, most - LEFT * weight)
  }
  const onDay = { day: dayOf(START), givenUp: 0, givenUpPieces: 0 }
  const placed = { ...onDay, placed: mostOf('orders.place').most - LEFT }
  const [placer] = store.find('identities', {
    condition: { _id: `wx:oTest-${nameOf('orders.place')}` },
    limit: 1,
  })
  await store.update(
    'members',
    { condition: { _id: placer?.document['memberId'] ?? '' }, isMulti: false },
    { $set: { 'facts.unpaid': { openPieces: 0, onDay: placed } } },
  )
  await setCount('chatty', CHAT, ALLOWANCES[CHAT].perDay - 1)
  await setCount('joins', 'members.join', ALLOWANCES['members.join'].perDay)
  store.close()
  shop = await openShop({ dataDir })
}, 300_000)
afterAll(async () => {
  await shop.close()
  rmSync(dataDir, { recursive: true, force: true })
})

/** Makes the nth addition of a row. */
const add = (row: Row, at: number): Promise<AnyAnswer> =>
  adds.get(row)!(shop.customer(nameOf(row)), at)

/** A wrong code is no success, but it is what the row counts. */
const hasPassed = (row: Row, { ok, error }: AnyAnswer): boolean =>
  ok || (row === 'coupons.enterCode' && error?.code === 'CODE_UNKNOWN')

/** Refused in the words of the table. Of questions one that comes alone has a code of its own. */
function expectUsedUp(row: Row, answer: AnyAnswer): void {
  if (answer.error?.code === 'TOO_MANY_QUESTIONS') return expect(row).toBe('questions.ask')
  const { most } = mostOf(row)
  const { told } = ALLOWANCES[row]
  expect(refused(answer as never)).toEqual({
    code: 'ALLOWANCE_USED',
    operation: row,
    most,
    per: 'day',
    told,
  })
}

it('every counted row has a case here', () => {
  const counted = Object.entries(ALLOWANCES).flatMap(([name, row]) =>
    typeof row === 'object' && 'told' in row ? [name] : [],
  )
  expect([...ROWS, 'members.join', CHAT].sort()).toEqual(counted.sort())
})

describe(`with ${LEFT} left of the day`, () => {
  it.each(ROWS)(`${AT_ONCE} at once of %s: as many pass as are left`, async (row) => {
    const answers = await Promise.all(Array.from({ length: AT_ONCE }, (_, at) => add(row, at)))
    expect(answers.filter((answer) => hasPassed(row, answer))).toHaveLength(LEFT)
    for (const answer of answers) if (!hasPassed(row, answer)) expectUsedUp(row, answer)
  })

  it.each(ROWS)('one more of %s is refused, and changes nothing', async (row) => {
    const before = shop.devcloud.counts()
    expectUsedUp(row, await add(row, AT_ONCE))
    expect(shop.devcloud.counts()).toEqual(before)
  })

  it('joining is refused as well', async () => {
    const consent = { version: '2026-11-01', purposes: ['membership' as const] }
    const answer = await shop.customer('joins').call('members.join', { consent })
    expect(refused(answer)).toMatchObject({ code: 'ALLOWANCE_USED', operation: 'members.join' })
    expect((await shop.customer('joins').does('members.me', {})).isMember).toBe(false)
  })

  it('the last message in WeChat’s conversation is stored, the next is not', async () => {
    const write = (text: string, messageId: string) =>
      shop.devcloud.chat.write({ openid: 'oTest-chatty', text, messageId })
    await write('在吗', '1')
    await write('在吗在吗', '2')
    const tickets = await shop.customer('chatty').does('tickets.list', {})
    const { messages } = await shop
      .customer('chatty')
      .does('tickets.show', { ticketId: tickets.items[0]?.id ?? '' })
    expect(messages.filter(({ from }) => from === 'customer').map(({ text }) => text)).toEqual([
      '在吗',
    ])
  })
})

describe('what is not refused', () => {
  it('the same order again, also when the day is used up: it adds nothing', async () => {
    const placer = shop.customer(nameOf('orders.place'))
    const { items } = await placer.does('orders.list', {})
    const draft = await placer.draft([{ skuId: 'many:1', quantity: 1 }])
    for (const { id: orderId } of items) {
      expect((await placer.does('orders.place', { ...draft, orderId })).id).toBe(orderId)
    }
    expect(items).toHaveLength(LEFT)
  })

  it('taking a consent back', async () => {
    const one = shop.customer(nameOf('privacy.consent'))
    const without = { version: '2026-11-01', purposes: ['membership' as const] }
    expect(await one.does('privacy.consent', without)).toEqual(without)
    expect((await one.does('members.me', {})).consent).toEqual(without)
  })

  it('removing a favourite', async () => {
    const one = shop.customer(nameOf('catalog.favourite'))
    const [first] = (await one.does('catalog.favourites', {})).items
    const productId = first?.id ?? ''
    await one.does('catalog.favourite', { productId, isFavourite: false })
    expect((await one.does('catalog.favourites', {})).items).toHaveLength(LEFT - 1)
  })
})

describe('on the next day in Shanghai', () => {
  beforeAll(async () => {
    // 23:59 and 00:01: the day ends there, not at midnight in UTC.
    await shop.devcloud.clock.set('2026-03-04T23:59:00+08:00')
    expectUsedUp('messages.grant', await add('messages.grant', AT_ONCE))
    await shop.devcloud.clock.set('2026-03-05T00:01:00+08:00')
  }, 120_000)

  it.each(ROWS)('%s goes on', async (row) => {
    const answer = await add(row, ADDITIONS - 1)
    expect(hasPassed(row, answer) || answer).toBe(true)
  })
})
