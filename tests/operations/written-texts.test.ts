import { ADDRESS, must, openShop, refused, type TestShop } from '../builders/shop'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
  await shop.customer('lin').join('林晚')
}, 60_000)
afterAll(() => shop.close())

const UNFIT = [
  ['nothing visible', '\u200b\u2060'],
  ['a direction override', '\u202e晚林'],
  ['a control character', '林\u0007晚'],
  ['combining marks alone', '\u0301\u0302\u0303'],
] as const

const lin = () => shop.customer('lin')
const invalid = (field: string) => ({ code: 'INVALID_INPUT', field })

describe.each(UNFIT)('a text with %s is refused at its field', (_what, text) => {
  it('as a nickname', async () => {
    const answer = await lin().call('members.update', { nickname: text })
    expect(refused(answer)).toMatchObject(invalid('nickname'))
  })

  it('as a receiver and a street', async () => {
    for (const field of ['name', 'street'] as const) {
      const address = { ...ADDRESS, [field]: text }
      const input = { addressId: 'unfit0000000000001', address, isDefault: false }
      expect(refused(await lin().call('addresses.save', input))).toMatchObject(
        invalid(`address.${field}`),
      )
    }
  })

  it('as a question and a ticket', async () => {
    const question = { questionId: 'question000000000001', productId: 'tea', text }
    expect(refused(await lin().call('questions.ask', question))).toMatchObject(invalid('text'))
  })

  it('as a category’s name', async () => {
    const category = { id: 'odd', name: text, picture: 'tea', sort: 1, parentId: null }
    expect(refused(await shop.admin('categories.save', category))).toMatchObject(invalid('name'))
  })
})

it('half a character is refused before it is stored', async () => {
  const answer = await lin().call('members.update', { nickname: '林\ud83d' })
  expect(answer.ok).toBe(false)
})

it('a search drops what cannot be searched for', async () => {
  expect((await lin().does('catalog.search', { word: '\u202e龙井\u0000' })).items).not.toEqual([])
})

describe('an address', () => {
  it.each([
    ['浙江', '浙江省'],
    ['内蒙', '内蒙古自治区'],
    ['广西', '广西壮族自治区'],
    ['北京', '北京市'],
  ])('in %s is in %s', async (written, province) => {
    const address = { ...ADDRESS, province: written }
    const input = { addressId: 'province0000000001', address, isDefault: true }
    expect((await lin().does('addresses.save', input)).items[0]).toMatchObject({ province })
  })

  it('in no province is refused at the field', async () => {
    const address = { ...ADDRESS, province: '江浙沪' }
    const input = { addressId: 'province0000000001', address, isDefault: true }
    expect(refused(await lin().call('addresses.save', input))).toMatchObject(
      invalid('address.province'),
    )
  })

  it('takes a phone number in any spelling', async () => {
    const address = { ...ADDRESS, phone: '+86 １３９-0000-7788' }
    const input = { addressId: 'phone0000000000001', address, isDefault: true }
    expect((await lin().does('addresses.save', input)).items[0]?.phone).toBe('139****7788')
  })
})

describe('a birthday', () => {
  it.each(['2026-03-05', '2999-01-01', '1899-12-31'])('on %s is refused', async (birthday) => {
    expect(refused(await lin().call('members.update', { birthday }))).toEqual({
      code: 'BIRTHDAY_REFUSED',
      field: 'birthday',
    })
  })

  it('is today or earlier by the cloud’s date', async () => {
    const today = must(await lin().call('members.update', { birthday: '2026-03-04' }))
    expect(today.birthday).toBe('2026-03-04')
  })
})
