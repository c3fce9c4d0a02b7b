import { noRating } from '@core/domain/catalog/product'
import { must, openShop, refused, type TestShop } from '../builders/shop'
import { pictureAt, receives, reviews, wordOn } from '../builders/voice'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
}, 60_000)
afterAll(() => shop.close())

const listOf = (productId = 'tea', only?: { kind: 'pictured' } | { kind: 'stars'; stars: 1 }) =>
  shop.customer('reader').does('reviews.list', { productId, only })

const ratingOf = async (productId: string) =>
  (await shop.customer('reader').does('catalog.product', { productId })).rating

const report = (name: string, reviewId: string) =>
  shop.customer(name).call('reviews.report', { reviewId, reason: 'ad' })

describe('a review', () => {
  it('is written on a line of one’s own order, with pictures and a masked name', async () => {
    const lin = shop.customer('lin')
    await lin.join('林晚')
    const line = await receives(shop, lin)
    const before = await ratingOf('tea')
    const pictures = [pictureAt('a'), pictureAt('b')]
    const own = await lin.does('reviews.write', wordOn(line, { stars: 4, pictures }))
    expect(own).toMatchObject({ stars: 4, name: '林**', state: 'shown', isMine: true })
    const { items } = await listOf()
    expect(items[0]).toMatchObject({ id: own.id, said: { text: '很香，包得也仔细', pictures } })
    expect(items[0]).toMatchObject({ isMine: false, appended: null, reply: null })
    expect(JSON.stringify(items)).not.toMatch(/林晚|oTest-|memberId/)
    expect(await ratingOf('tea')).toMatchObject({
      count: before.count + 1,
      sum: before.sum + 4,
      pictured: before.pictured + 1,
    })
  })

  it('S0-08 of a product is on its page, the latest two', async () => {
    for (const name of ['p1', 'p2', 'p3']) await reviews(shop, shop.customer(name), { text: name })
    const page = await shop.customer('reader').does('catalog.product', { productId: 'tea' })
    expect(page.reviews.map((review) => review.said.text)).toEqual(['p3', 'p2'])
    expect(page.rating.count).toBeGreaterThanOrEqual(3)
    expect(
      (await shop.customer('reader').does('catalog.product', { productId: 'cherry' })).rating,
    ).toEqual(noRating)
  })

  it('is anonymous when its author chooses so', async () => {
    const mo = shop.customer('mo')
    await mo.join('莫言')
    expect(await reviews(shop, mo, { isAnonymous: true })).toMatchObject({ name: '匿名顾客' })
  })

  it('may consist of stars only', async () => {
    expect(await reviews(shop, shop.customer('mute'), { text: '  ' })).toMatchObject({
      said: { text: '', pictures: [] },
    })
  })

  it('sent twice is one; a different one is refused', async () => {
    const he = shop.customer('he')
    const line = await receives(shop, he)
    const word = wordOn(line, { text: '第一次' })
    const answers = await Promise.all([1, 2, 3].map(() => he.call('reviews.write', word)))
    expect(new Set(answers.map((answer) => must(answer).id)).size).toBe(1)
    const rating = await ratingOf('tea')
    const second = await he.call('reviews.write', { ...word, text: '改口了' })
    expect(refused(second)).toEqual({ code: 'ALREADY_REVIEWED' })
    expect(await ratingOf('tea')).toEqual(rating)
  })

  it('can be appended to once', async () => {
    const su = shop.customer('su')
    const line = await receives(shop, su)
    await su.does('reviews.write', wordOn(line))
    const more = { ...line, text: '一个月后还是香', pictures: [pictureAt('later')] }
    const first = await su.does('reviews.append', more)
    expect(first.appended).toMatchObject({ text: '一个月后还是香' })
    expect(await su.does('reviews.append', more)).toEqual(first)
    const other = await su.call('reviews.append', { ...more, text: '又来' })
    expect(refused(other)).toEqual({ code: 'ALREADY_APPENDED' })
    const pictured = await listOf('tea', { kind: 'pictured' })
    expect(pictured.items.map((review) => review.id)).toContain(first.id)
  })

  it('is listed by its stars, page by page', async () => {
    for (let n = 0; n < 3; n += 1) await reviews(shop, shop.customer(`one${n}`), { stars: 1 })
    const { items, rating } = await listOf('tea', { kind: 'stars', stars: 1 })
    expect(items.map((review) => review.stars)).toEqual([1, 1, 1])
    expect(rating.stars[0]).toBe(3)
  })

  it('is an event in its author’s history', async () => {
    const wen = shop.customer('wen')
    await wen.join('温岚')
    await reviews(shop, wen)
    const { items } = must(await shop.admin('members.list', { word: '温岚' }))
    const { timeline } = must(await shop.admin('members.show', { memberId: items[0]!.id }))
    expect(timeline.items).toContainEqual(
      expect.objectContaining({ kind: 'rate', productTitle: '明前龙井' }),
    )
  })
})

describe('the goods of an order', () => {
  it('have a next possible step', async () => {
    const an = shop.customer('an')
    const line = await receives(shop, an, 'honey:1')
    const stepOf = async () =>
      (await an.does('reviews.ofOrder', { orderId: line.orderId })).lines[0]
    expect(await stepOf()).toMatchObject({ lineKey: 'honey:1', step: 'WRITE', review: null })
    const orderStep = async () =>
      (await an.does('orders.show', { orderId: line.orderId })).reviewStep
    expect(await orderStep()).toBe('WRITE')
    await an.does('reviews.write', wordOn(line))
    expect(await stepOf()).toMatchObject({ step: 'APPEND', review: { state: 'shown' } })
    expect(await orderStep()).toBe('APPEND')
    await an.does('reviews.append', { ...line, text: '再说一句', pictures: [] })
    expect(await stepOf()).toMatchObject({ step: null })
    expect(await orderStep()).toBeNull()
    expect((await an.does('orders.list', {})).items[0]).toMatchObject({ reviewStep: null })
  })

  it('cannot be read by others', async () => {
    const line = await receives(shop, shop.customer('owner'))
    const answer = await shop.customer('nosy').call('reviews.ofOrder', { orderId: line.orderId })
    expect(refused(answer)).toEqual({ code: 'NOT_FOUND' })
  })
})

describe('a refused review changes nothing', () => {
  it.each([
    ['0 stars', { stars: 0 }, 'stars'],
    ['6 stars', { stars: 6 }, 'stars'],
    ['4.5 stars', { stars: 4.5 }, 'stars'],
    ['10 pictures', { pictures: [...'abcdefghij'].map(pictureAt) }, 'pictures'],
    ['a picture twice', { pictures: [pictureAt('a'), pictureAt('a')] }, 'pictures'],
    ['a foreign picture', { pictures: ['https://example.com/a.jpg'] }, 'pictures.0'],
    ['a picture that is a script', { pictures: ['cloud://env.a/b.js'] }, 'pictures.0'],
    ['a way out of the folder', { pictures: ['cloud://env.a/../b.jpg'] }, 'pictures.0'],
    ['a file id without its bucket', { pictures: ['cloud://env/b.jpg'] }, 'pictures.0'],
    ['501 characters', { text: '好'.repeat(501) }, 'text'],
    ['a script', { text: '好<script>alert(1)</script>' }, 'text'],
    ['a picture in words', { text: '<img src=x onerror=alert(1)>' }, 'text'],
    ['no line', { lineKey: '' }, 'lineKey'],
    ['a field too many', { state: 'shown' }, 'state'],
  ])('%s', async (_words, said, field) => {
    const bad = shop.customer('bad')
    const line = badLine ?? (badLine = await receives(shop, bad, 'honey:2'))
    const input = { ...wordOn(line), ...said } as ReturnType<typeof wordOn>
    const error = refused(await bad.call('reviews.write', input))
    expect(error).toMatchObject({ code: 'INVALID_INPUT', field })
    expect((await listOf('honey')).items.map((review) => review.id)).not.toContain(
      `${line.orderId}:${line.lineKey}`,
    )
  })
  let badLine: Awaited<ReturnType<typeof receives>> | undefined

  it('risky text, with its field', async () => {
    const gu = shop.customer('gu')
    const line = await receives(shop, gu)
    const answer = await gu.call('reviews.write', wordOn(line, { text: '来赌博' }))
    expect(refused(answer)).toEqual({ code: 'TEXT_REFUSED', field: 'text' })
    expect((await gu.does('reviews.ofOrder', { orderId: line.orderId })).lines[0]?.step).toBe(
      'WRITE',
    )
    await gu.does('reviews.write', wordOn(line))
    const more = await gu.call('reviews.append', { ...line, text: '来赌博', pictures: [] })
    expect(refused(more)).toEqual({ code: 'TEXT_REFUSED', field: 'text' })
  })

  it('another customer’s order', async () => {
    const line = await receives(shop, shop.customer('owner'))
    const answer = await shop.customer('thief').call('reviews.write', wordOn(line))
    expect(refused(answer)).toEqual({ code: 'NOT_FOUND' })
  })

  it('an order that is not received, and a missing line', async () => {
    const zhi = shop.customer('zhi')
    const { id: orderId } = await zhi.buys()
    const early = await zhi.call('reviews.write', wordOn({ orderId, lineKey: 'tea:1' }))
    expect(refused(early)).toEqual({ code: 'WRONG_STATE', state: 'paid' })
    const line = await receives(shop, zhi)
    const missing = await zhi.call('reviews.write', wordOn({ ...line, lineKey: 'honey:1' }))
    expect(refused(missing)).toEqual({ code: 'NOT_FOUND' })
  })

  it('an addition to a missing review', async () => {
    const yi = shop.customer('yi')
    const line = await receives(shop, yi)
    const answer = await yi.call('reviews.append', { ...line, text: '追评', pictures: [] })
    expect(refused(answer)).toEqual({ code: 'NOT_FOUND' })
  })
})

test('doubtful text waits for the staff and is then shown', async () => {
  const du = shop.customer('du')
  const line = await receives(shop, du)
  const before = await ratingOf('tea')
  const { id } = await du.does('reviews.write', wordOn(line, { text: '好，加我微信' }))
  const own = await du.does('reviews.ofOrder', { orderId: line.orderId })
  expect(own.lines[0]?.review).toMatchObject({ state: 'waiting', waitsFor: 'text' })
  expect((await listOf()).items.map((review) => review.id)).not.toContain(id)
  expect(await ratingOf('tea')).toEqual(before)
  must(await shop.admin('reviews.decide', { reviewId: id, state: 'shown' }))
  expect((await listOf()).items.map((review) => review.id)).toContain(id)
  const more = { ...line, text: '追一句，加我微信', pictures: [] }
  expect(await du.does('reviews.append', more)).toMatchObject({ state: 'waiting' })
  expect(await ratingOf('tea')).toEqual(before)
})

describe('S2-17 reporting a review', () => {
  it('once per member; a third customer’s report hides it until the staff decide', async () => {
    for (const name of ['r1', 'r2', 'r3', 'r4']) await shop.customer(name).buys('honey:1')
    const { id } = await reviews(shop, shop.customer('loud'), { text: '加我领福利' })
    const isSeen = async () => (await listOf()).items.some((review) => review.id === id)
    const before = await ratingOf('tea')
    for (const name of ['r1', 'r1', 'r1', 'r2']) must(await report(name, id))
    expect(await isSeen()).toBe(true)
    must(await report('r3', id))
    expect(await isSeen()).toBe(false)
    expect(await ratingOf('tea')).toMatchObject({ count: before.count - 1, sum: before.sum - 5 })

    const waiting = must(await shop.admin('reviews.list', { list: 'waiting' }))
    expect(waiting.items.find((review) => review.id === id)).toMatchObject({
      waitsFor: 'reports',
      reports: { ad: 3 },
    })
    must(await shop.admin('reviews.decide', { reviewId: id, state: 'shown' }))
    expect(await isSeen()).toBe(true)
    expect(await ratingOf('tea')).toEqual(before)
    must(await report('r1', id))
    expect(await isSeen()).toBe(true)
    must(await report('r4', id))
    expect(await isSeen()).toBe(true)
  })

  it('is not possible for one’s own or a hidden review', async () => {
    const vain = shop.customer('vain')
    const { id } = await reviews(shop, vain)
    expect(refused(await report('vain', id))).toEqual({ code: 'OWN_REVIEW' })
    const reason = '与商品无关'
    must(await shop.admin('reviews.decide', { reviewId: id, state: 'hidden', reason }))
    expect(refused(await report('late', id))).toEqual({ code: 'NOT_FOUND' })
    expect(refused(await report('late', 'no:such'))).toEqual({ code: 'NOT_FOUND' })
  })
})

describe('the staff', () => {
  it('reply to a review, and may change the reply', async () => {
    const { id } = await reviews(shop, shop.customer('kind'))
    const unanswered = async () =>
      must(await shop.admin('reviews.list', { list: 'unanswered' })).items.map((one) => one.id)
    expect(await unanswered()).toContain(id)
    must(await shop.admin('reviews.reply', { reviewId: id, text: '谢谢' }))
    must(await shop.admin('reviews.reply', { reviewId: id, text: '谢谢，欢迎再来' }))
    expect(await unanswered()).not.toContain(id)
    const shown = (await listOf()).items.find((review) => review.id === id)
    expect(shown?.reply).toMatchObject({ text: '谢谢，欢迎再来' })
  })

  it('hide a review with a reason that its author sees, and show it again', async () => {
    const xu = shop.customer('xu')
    const line = await receives(shop, xu)
    const { id: reviewId } = await xu.does('reviews.write', wordOn(line, { stars: 2 }))
    const before = await ratingOf('tea')
    const reason = '含他人电话'
    must(await shop.admin('reviews.decide', { reviewId, state: 'hidden', reason }))
    const { lines } = await xu.does('reviews.ofOrder', { orderId: line.orderId })
    expect(lines[0]?.review).toMatchObject({ state: 'hidden', hiddenReason: reason })
    expect(await ratingOf('tea')).toMatchObject({ count: before.count - 1, sum: before.sum - 2 })
    must(await shop.admin('reviews.decide', { reviewId, state: 'shown' }))
    must(await shop.admin('reviews.decide', { reviewId, state: 'shown' }))
    expect(await ratingOf('tea')).toEqual(before)
  })

  it('need a reason to hide, and an existing review', async () => {
    const hidden = { reviewId: 'no:such', state: 'hidden' as const, reason: ' ' }
    expect(refused(await shop.admin('reviews.decide', hidden))).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'reason',
    })
    const missing = await shop.admin('reviews.decide', { ...hidden, reason: '广告' })
    expect(refused(missing)).toEqual({ code: 'NOT_FOUND' })
  })
})

test('ten concurrent reviews count as ten in the rating', async () => {
  const lines = []
  for (let n = 0; n < 10; n += 1) {
    const who = shop.customer(`crowd${n}`)
    lines.push({ who, line: await receives(shop, who, 'honey:1') })
  }
  const before = await ratingOf('honey')
  await Promise.all(lines.map(({ who, line }) => who.does('reviews.write', wordOn(line))))
  expect(await ratingOf('honey')).toMatchObject({ count: before.count + 10, sum: before.sum + 50 })
})
