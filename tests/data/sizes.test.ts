import type { CollectionSpec } from '@core/data/collections'
import { Database } from '@core/data/database'
import { MEMBERS_COLLECTIONS } from '@core/data/members/collections'
import { Meter } from '@core/data/meter'
import { ORDERS_COLLECTIONS } from '@core/data/orders/collections'
import {
  checkSize,
  DocumentTooLarge,
  FIELD_BYTES,
  partsThatHold,
  READ_BYTES_MAX,
  rowBytes,
  rowsThatHold,
} from '@core/data/sizes'
import { ORDER_PAGE_SIZE } from '@core/kernel/limits'

const SIZE = {
  largest: 50_000,
  fields: { lines: 30_000, 'lines.kind': 2_000, 'holds.*': 500 },
  byId: { big: 400_000 },
}

describe('the bytes of a document in a read', () => {
  it.each([
    ['as a whole', {}, 50_000],
    ['without a field', { without: ['lines'] }, 20_000],
    ['of a field that declares nothing', { fields: ['state'] }, 2 * FIELD_BYTES],
    ['of a field that does', { fields: ['_id', 'lines'] }, 30_000 + FIELD_BYTES],
    ['of a part of it that does', { fields: ['_id', 'lines.kind'] }, 2_000 + FIELD_BYTES],
    ['of another part: the whole field', { fields: ['_id', 'lines.title'] }, 30_000 + FIELD_BYTES],
    ['of any one below', { fields: ['_id', 'holds.order1'] }, 500 + FIELD_BYTES],
  ])('%s', (_words, reading, bytes) => {
    expect(rowBytes(SIZE, reading)).toBe(bytes)
  })

  it('a collection that declares no size has small documents', () => {
    expect(rowsThatHold(undefined, {})).toBe(125)
    expect(rowsThatHold(SIZE, {})).toBe(10)
    expect(rowsThatHold({ largest: 1 }, {})).toBe(1_000)
  })
})

describe('reads by ids go in parts', () => {
  const ids = (count: number) => Array.from({ length: count }, (_, at) => `id${at}`)

  it.each([
    [0, []],
    [10, [10]],
    [11, [10, 1]],
    [25, [10, 10, 5]],
  ])('%i ids', (count, parts) => {
    expect(partsThatHold(SIZE, ids(count), {}).map((part) => part.length)).toEqual(parts)
  })

  it('a large document is beside no more than fits', () => {
    expect(partsThatHold(SIZE, ['big', 'a', 'b', 'c'], {})).toEqual([['big', 'a', 'b'], ['c']])
  })
})

describe('the database', () => {
  const [orders] = ORDERS_COLLECTIONS
  const members = MEMBERS_COLLECTIONS[1]
  const specs = { orders, members } as { orders: CollectionSpec; members: CollectionSpec }
  const meter = new Meter()
  const db = new Database(meter, { specs })
  const where = { memberId: 'm' }

  it.each([
    ['whole orders', { where, limit: 8 }],
    ['their lines', { where, limit: 20, fields: ['lines'] }],
    ['orders in a list', { where, limit: ORDER_PAGE_SIZE + 2, without: ['shipments.lines'] }],
  ])('refuses %s that do not fit, and asks the service nothing', async (_words, query) => {
    await expect(db.find('orders', query)).rejects.toThrow('do not fit into a read')
    await expect(db.findStored('orders', query)).rejects.toThrow('do not fit into a read')
    expect(meter.calls).toBe(0)
  })

  it('refuses groups that do not fit', async () => {
    const rows = { limit: 100, rowBytes: READ_BYTES_MAX / 100 + 1 }
    await expect(db.aggregate('orders', [['match', where]], rows)).rejects.toThrow('do not fit')
  })

  it('refuses to write a document that is larger than declared', async () => {
    const order = { _id: 'one', remark: '山'.repeat(51_000) }
    await expect(db.put('orders', order as never)).rejects.toThrow(DocumentTooLarge)
    await expect(db.addOnce('orders', order as never)).rejects.toThrow(DocumentTooLarge)
    expect(meter.calls).toBe(0)
    expect(() =>
      checkSize(orders, { _id: 'one', remark: '山'.repeat(22_000) } as never),
    ).not.toThrow()
  })
})
