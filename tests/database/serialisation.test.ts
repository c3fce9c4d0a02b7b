import { type SdkDevcloud, startSdkDevcloud } from './sdk'
import { failureOf } from './sdk-types'

/**
 * What the SDK makes of conditions and updates on the way; our data layer is built around these.
 */

let devcloud: SdkDevcloud

beforeAll(async () => {
  devcloud = await startSdkDevcloud({ collections: [{ name: 'c', indexes: [] }] })
})
afterAll(() => devcloud.close())
beforeEach(() => devcloud.store.reset())

const c = () => devcloud.db.collection('c')

describe('conditions', () => {
  it('an undefined condition is dropped: more is found than was asked for', async () => {
    await c().add({
      data: [
        { owner: 'a', s: 1 },
        { owner: 'b', s: 1 },
      ],
    })
    expect((await c().where({ owner: undefined, s: 1 }).get()).data).toHaveLength(2)
  })

  it('undefined alone is refused by the SDK', () => {
    expect(() => c().where({ owner: undefined })).toThrow('查询参数对象值不能均为undefined')
  })

  it('two ors on two fields become one or', async () => {
    const { or, eq } = devcloud.db.command
    await c().add({
      data: [
        { _id: '1', a: 1, b: 9 },
        { _id: '2', a: 1, b: 3 },
      ],
    })
    const condition = { a: or(eq(1), eq(2)), b: or(eq(3), eq(4)) }
    expect((await c().where(condition).get()).data).toHaveLength(2)
  })

  it('doc(undefined) throws at once', () => {
    expect(() => c().doc(undefined as never)).toThrow('docId必须为字符串或数字')
  })
})

describe('updates', () => {
  it('an empty object vanishes beside another field, and alone is an empty update', async () => {
    await c().add({ data: { _id: 'x', a: { k: 1 } } })
    await c()
      .doc('x')
      .update({ data: { a: {}, b: 1 } })
    expect((await c().doc('x').get()).data).toEqual({ _id: 'x', a: { k: 1 }, b: 1 })
    const error = await failureOf(
      c()
        .doc('x')
        .update({ data: { a: {} } }),
    )
    expect(error.errMsg).toContain('update is empty')
  })

  it('serverDate inside set, or inside each, is not a date', async () => {
    const { db } = devcloud
    const { set, push } = db.command
    await c().add({ data: { _id: 'x', l: [] } })
    await c()
      .doc('x')
      .update({ data: { o: set({ t: db.serverDate() }) } })
    await c()
      .doc('x')
      .update({ data: { l: push({ each: [{ t: db.serverDate() }] }) } })
    const { data } = await c().doc('x').get()
    expect(data).toEqual({ _id: 'x', o: { t: { offset: 0 } }, l: [{ t: { offset: 0 } }] })
  })

  it('addToSet of a list adds the list as one element', async () => {
    await c().add({ data: { _id: 'x', l: [1] } })
    await c()
      .doc('x')
      .update({ data: { l: devcloud.db.command.addToSet([1, 2]) } })
    expect((await c().doc('x').get()).data?.l).toEqual([1, [1, 2]])
  })

  it('the _id cannot be updated, nor a command be set', async () => {
    await c().add({ data: { _id: 'x' } })
    const id = await failureOf(
      c()
        .doc('x')
        .update({ data: { _id: 'y' } }),
    )
    expect(id.errCode).toBe(-501007)
    const command = await failureOf(
      c()
        .doc('x')
        .set({ data: { n: devcloud.db.command.inc(1) } }),
    )
    expect(command.errCode).toBe(-502001)
  })
})
