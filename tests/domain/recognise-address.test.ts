import { recogniseAddress } from '@core/domain/addresses/recognise-address'
import fc from 'fast-check'
import { allRegions } from '@/pages/checkout/address/regions'
import { propertyRuns } from '../builders/property-runs'

const REGIONS = allRegions()
const LIN = {
  name: '林晚',
  phone: '13800006021',
  province: '浙江省',
  city: '杭州市',
  district: '西湖区',
  street: '文三路478号',
}

const recognise = (text: string) => recogniseAddress(text, REGIONS)

describe('林晚, 13800006021 and her address are found in', () => {
  it.each([
    '林晚 13800006021 浙江省杭州市西湖区文三路478号',
    '浙江省杭州市西湖区文三路478号 林晚 13800006021',
    '13800006021 林晚 浙江省杭州市西湖区文三路478号',
    '林晚，13800006021，浙江省杭州市西湖区文三路478号',
    '林晚13800006021浙江省杭州市西湖区文三路478号',
    '浙江省杭州市西湖区文三路478号林晚13800006021',
    '13800006021浙江省杭州市西湖区文三路478号林晚',
    '林晚浙江省杭州市西湖区文三路478号13800006021',
    '收货人：林晚\n手机号码：138-0000-6021\n所在地区：浙江省 杭州市 西湖区\n详细地址：文三路478号',
    '收货人: 林晚 电话: +86 138 0000 6021 地址: 浙江 杭州 西湖区 文三路478号',
    '地址：浙江省杭州市西湖区文三路478号；收件人：林晚；联系电话：0086-13800006021',
    '收货人林晚 电话13800006021 地址浙江省杭州市西湖区文三路478号',
    '姓名 林晚\n电话 13800006021\n地址 浙江省杭州市西湖区文三路478号',
    '杭州市西湖区文三路478号 林晚 13800006021',
    '浙江杭州西湖区文三路478号，林晚，１３８００００６０２１',
    '浙江省/杭州市/西湖区/文三路478号 林晚 13800006021',
    '请寄到浙江省杭州市西湖区文三路478号 林晚 13800006021',
    '林晚\u200b 13800006021\r\n中国浙江省杭州市西湖区文三路478号',
  ])('%j', (text) => {
    expect(recognise(text)).toEqual(LIN)
  })
})

describe('regions are found as people shorten them', () => {
  it.each([
    ['北京市朝阳区建国路88号', ['北京市', '北京市', '朝阳区', '建国路88号']],
    ['北京朝阳区建国路88号', ['北京市', '北京市', '朝阳区', '建国路88号']],
    ['上海市市辖区浦东新区世纪大道1号', ['上海市', '上海市', '浦东新区', '世纪大道1号']],
    ['浙江省义乌市稠州路9号', ['浙江省', '金华市', '义乌市', '稠州路9号']],
    ['义乌市稠州路9号', ['浙江省', '金华市', '义乌市', '稠州路9号']],
    ['内蒙古呼和浩特新城区哲里木路3号', ['内蒙古自治区', '呼和浩特市', '新城区', '哲里木路3号']],
    ['广西南宁市青秀区民族大道1号', ['广西壮族自治区', '南宁市', '青秀区', '民族大道1号']],
    ['广东省东莞市虎门镇连升路2号', ['广东省', '东莞市', '虎门镇', '连升路2号']],
  ])('%s', (text, [province, city, district, street]) => {
    expect(recognise(text)).toEqual({ province, city, district, street })
  })
})

it('what is not there stays absent, and nothing is made up', () => {
  expect(recognise('')).toEqual({})
  expect(recognise('13800006021')).toEqual({ phone: '13800006021' })
  expect(recognise('林晚 13800006021')).toEqual({ name: '林晚', phone: '13800006021' })
})

it('a house number is not taken for a part of the phone number', () => {
  const text = '林晚 138 0000 6021 浙江省杭州市西湖区文三路 478 号 2 单元 502'
  expect(recognise(text)).toMatchObject({ phone: LIN.phone, street: '文三路 478 号 2 单元 502' })
})

describe('whatever the order of name, phone and address', () => {
  const person = fc
    .record({
      family: fc.constantFrom(...'王李张刘陈杨赵吴周徐孙朱林郭何'),
      given: fc.constantFrom('晚', '静', '建国', '子涵', '伟', '秀英', '雨桐', '明'),
    })
    .map(({ family, given }) => family + given)
  const phone = fc
    .tuple(
      fc.constantFrom('130', '138', '159', '177', '199'),
      fc.integer({ min: 0, max: 99_999_999 }),
    )
    .map(([head, tail]) => head + String(tail).padStart(8, '0'))
  const spelling = fc.constantFrom<(phone: string) => string>(
    (one) => one,
    (one) => `+86 ${one}`,
    (one) => `0086${one}`,
    (one) => `${one.slice(0, 3)}-${one.slice(3, 7)}-${one.slice(7)}`,
    (one) => `${one.slice(0, 3)} ${one.slice(3, 7)} ${one.slice(7)}`,
  )
  const region = fc.constantFrom(
    ...REGIONS.flatMap(({ name: province, cities }) =>
      cities.flatMap(({ name: city, districts }) =>
        districts.map((district) => ({ province, city, district })),
      ),
    ),
  )
  const street = fc
    .tuple(
      fc.constantFrom('文三路', '人民大道', '建设一路', '解放街', '长江西路'),
      fc.integer({ min: 1, max: 9_999 }),
      fc.constantFrom('号', '号3栋502室', '弄7号'),
    )
    .map((parts) => parts.join(''))
  const order = fc.constantFrom(
    ...(['NPA', 'NAP', 'PNA', 'PAN', 'ANP', 'APN'] as const).map((letters) => letters.split('')),
  )
  const separator = fc.constantFrom(' ', '  ', '，', ',', '\n', '；', '、', '\t', ' | ')
  const gap = fc.constantFrom('', ' ')

  test('and whatever stands between, the same three come back', () => {
    fc.assert(
      fc.property(
        fc.record({ person, phone, spelling, region, street, order, separator, gap }),
        ({ spelling: spell, order: letters, separator: between, gap: inner, ...given }) => {
          const { province, city, district } = given.region
          const address = [province, city, district, given.street].join(inner)
          const parts: Record<string, string> = {
            N: given.person,
            P: spell(given.phone),
            A: address,
          }
          const text = letters.map((letter) => parts[letter]).join(between)
          expect(recognise(text)).toEqual({
            name: given.person,
            phone: given.phone,
            ...given.region,
            street: given.street,
          })
        },
      ),
      { numRuns: propertyRuns(3_000) },
    )
  })

  test('also without anything between', () => {
    fc.assert(
      fc.property(fc.record({ person, phone, region, street, order }), (given) => {
        const { province, city, district } = given.region
        const parts: Record<string, string> = {
          N: given.person,
          P: given.phone,
          A: `${province}${city}${district}${given.street}`,
        }
        const text = given.order.map((letter) => parts[letter]).join('')
        expect(recognise(text)).toEqual({
          name: given.person,
          phone: given.phone,
          ...given.region,
          street: given.street,
        })
      }),
      { numRuns: propertyRuns(3_000) },
    )
  })
})
