import { DEVCLOUD_TEMPLATES } from '@local/wechat/templates'
import { mint } from '../builders/service'
import { type Customer, must, openShop, refused, type TestShop } from '../builders/shop'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
}, 60_000)
afterAll(() => shop.close())

let minted = 0
const question = (text: string, productId = 'tea') => {
  minted += 1
  return { questionId: `question${String(minted).padStart(12, '0')}`, productId, text }
}

const publicOf = async (productId = 'tea') =>
  (await shop.customer('reader').does('questions.list', { productId })).items

const templateId = DEVCLOUD_TEMPLATES.questionAnswered.id
/** The customer agrees to one notice of an answer. */
async function allows(customer: Customer) {
  shop.devcloud.subscribe({ openid: customer.openid, templateIds: [templateId] })
  await customer.does('messages.grant', { grantId: mint('grant'), accepted: ['questionAnswered'] })
}
const noticesTo = ({ openid }: Customer) =>
  shop.devcloud.messages().filter((message) => message.openid === openid)

describe('S2-15 questions about a product', () => {
  it('are asked, answered, and public only after the shop’s approval', async () => {
    const lin = shop.customer('lin')
    await lin.join('林晚')
    await allows(lin)
    await allows(lin)
    const asked = await lin.does('questions.ask', question('是今年的新茶吗'))
    expect(asked).toMatchObject({ state: 'waiting', name: '林**', title: '明前龙井' })
    expect(await publicOf()).toEqual([])
    const waiting = must(await shop.admin('questions.list', { state: 'waiting' }))
    expect(waiting.items[0]).toMatchObject({ id: asked.id, isDoubtful: false })

    const answer = { questionId: asked.id, text: '三月刚采的', isPublic: false }
    must(await shop.admin('questions.answer', answer))
    expect(await publicOf()).toEqual([])
    const { items } = await lin.does('questions.mine', {})
    expect(items[0]).toMatchObject({ state: 'private', answer: { text: '三月刚采的' } })

    must(await shop.admin('questions.answer', { ...answer, isPublic: true }))
    expect(noticesTo(lin)).toMatchObject([{ templateId }])
    expect(await publicOf()).toMatchObject([{ name: '林**', answer: { text: '三月刚采的' } }])
    const page = await shop.customer('reader').does('catalog.product', { productId: 'tea' })
    expect(page.questions).toEqual(await publicOf())
    expect(JSON.stringify(page.questions)).not.toMatch(/林晚|memberId|state/)
  })

  it('are hidden with a reason that their customer sees', async () => {
    const mo = shop.customer('mo')
    const { id: questionId } = await mo.does('questions.ask', question('哪里有更便宜的', 'honey'))
    must(await shop.admin('questions.answer', { questionId, text: '没有', isPublic: true }))
    must(await shop.admin('questions.hide', { questionId, reason: '与商品无关' }))
    expect(await publicOf('honey')).toEqual([])
    const { items } = await mo.does('questions.mine', {})
    expect(items[0]).toMatchObject({ state: 'hidden', hiddenReason: '与商品无关' })
  })

  it('are queued, the oldest first', async () => {
    const he = shop.customer('he')
    const first = await he.does('questions.ask', question('先问的'))
    await shop.devcloud.clock.advance({ minutes: 1 })
    const second = await he.does('questions.ask', question('后问的'))
    const waiting = must(await shop.admin('questions.list', { state: 'waiting' }))
    expect(waiting.items.map(({ id }) => id)).toEqual([first.id, second.id])
  })

  it('sent twice are one; an id cannot be reused by another customer', async () => {
    const su = shop.customer('su')
    const input = question('送礼合适吗')
    await Promise.all([1, 2, 3].map(() => su.does('questions.ask', input)))
    expect((await su.does('questions.mine', {})).items).toHaveLength(1)
    const other = await shop.customer('other').call('questions.ask', input)
    expect(refused(other)).toEqual({ code: 'NOT_FOUND' })
  })

  it('are limited per day', async () => {
    const chatty = shop.customer('chatty')
    for (let n = 0; n < 10; n += 1) await chatty.does('questions.ask', question(`问题 ${n}`))
    const eleventh = await chatty.call('questions.ask', question('还有'))
    expect(refused(eleventh)).toEqual({ code: 'TOO_MANY_QUESTIONS', perDay: 10 })
    await shop.devcloud.clock.advance({ days: 1 })
    await chatty.does('questions.ask', question('今天的'))
  })

  it('are marked for the staff when the text is doubtful', async () => {
    const { id } = await shop.customer('ad').does('questions.ask', question('加我微信便宜'))
    const { items } = must(await shop.admin('questions.list', { state: 'waiting' }))
    expect(items.find((one) => one.id === id)).toMatchObject({ isDoubtful: true })
  })

  it('are an event in the customer’s history', async () => {
    const wen = shop.customer('wen')
    await wen.join('温岚')
    await wen.does('questions.ask', question('几克一包'))
    const { items } = must(await shop.admin('members.list', { word: '温岚' }))
    const { timeline } = must(await shop.admin('members.show', { memberId: items[0]!.id }))
    expect(timeline.items.map((row) => row.kind)).toContain('ask')
  })

  it.each([
    ['nothing', '   ', 'text'],
    ['101 characters', '问'.repeat(101), 'text'],
    ['a script', '<script>alert(1)</script>', 'text'],
  ])('refuse %s with the field', async (_words, text, field) => {
    const error = refused(await shop.customer('bad').call('questions.ask', question(text)))
    expect(error).toMatchObject({ code: 'INVALID_INPUT', field })
  })

  it('are refused with risky text or a missing product, and not stored', async () => {
    const bad = shop.customer('worse')
    expect(refused(await bad.call('questions.ask', question('在哪赌博')))).toEqual({
      code: 'TEXT_REFUSED',
      field: 'text',
    })
    expect(refused(await bad.call('questions.ask', question('有吗', 'nothing')))).toEqual({
      code: 'NOT_FOUND',
    })
    expect((await bad.does('questions.mine', {})).items).toEqual([])
    const answer = { questionId: 'nosuchquestion0001', text: '有', isPublic: true }
    expect(refused(await shop.admin('questions.answer', answer))).toEqual({ code: 'NOT_FOUND' })
    const hide = { questionId: answer.questionId, reason: '广告' }
    expect(refused(await shop.admin('questions.hide', hide))).toEqual({ code: 'NOT_FOUND' })
  })
})
