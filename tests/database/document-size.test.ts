import { DOCUMENT_BYTES_MAX, storable } from '@local/database/storable'
import { openStore, type Store } from '@local/database/store'
import type { Document } from '@local/database/values'

/**
 * Without the SDK: it writes numbers in 20 bytes, and the work on such documents is long enough for
 * idle connections to end meanwhile.
 */

let store: Store

beforeAll(() => {
  const collections = [{ name: 'things', indexes: [] }]
  store = openStore({ file: ':memory:', clock: { now: () => 0 }, collections })
})
afterAll(() => store.close())
beforeEach(() => store.reset())

const TOO_LARGE = 'BSONObjectTooLarge'

/** `{ a: text }` beside the text: length 4, type 1, name 2, the text's length 4 and end 1, 1. */
const FRAME = 13

describe('a document of more than 16 MB is refused', () => {
  it.each<[rule: string, document: Document, isKept: boolean]>([
    ['of exactly so many bytes', { a: 'x'.repeat(DOCUMENT_BYTES_MAX - FRAME) }, true],
    ['of one byte more', { a: 'x'.repeat(DOCUMENT_BYTES_MAX - FRAME + 1) }, false],
    ['of characters of three bytes', { a: '山'.repeat(DOCUMENT_BYTES_MAX / 3) }, false],
    ['of numbers, which BSON writes longer', { a: new Array<number>(1_400_000).fill(0) }, false],
    ['of fewer numbers', { a: new Array<number>(1_200_000).fill(0) }, true],
  ])('%s', (_rule, document, isKept) => {
    const keep = () => storable(document).document
    if (isKept) expect(keep()).toBe(document)
    else expect(keep).toThrow(TOO_LARGE)
  })

  it('when it is added, replaced or grows, and nothing changes', async () => {
    const [half, whole] = ['x'.repeat(DOCUMENT_BYTES_MAX / 2), 'x'.repeat(DOCUMENT_BYTES_MAX)]
    await store.insert('things', [{ _id: 't', half }])
    await expect(store.insert('things', [{ _id: 'u', whole }])).rejects.toThrow(TOO_LARGE)
    await expect(store.put('things', { _id: 't', whole })).rejects.toThrow(TOO_LARGE)
    const target = { condition: { _id: 't' }, isMulti: false }
    await expect(store.update('things', target, { $set: { other: half } })).rejects.toThrow(
      TOO_LARGE,
    )
    const transactionId = store.begin()
    const inside = store.update('things', { ...target, transactionId }, { $set: { other: half } })
    await expect(inside).rejects.toThrow(TOO_LARGE)
    const found = store.find('things', { condition: {} })
    expect(found.map(({ document }) => Object.keys(document))).toEqual([['_id', 'half']])
  }, 60_000)
})
