import { isBirthday } from '@core/domain/members/member'
import { receiverKey, withReceiver } from '@core/domain/members/receiver'
import { mobileOf, tidyPhone } from '@core/kernel/phone'
import { PROVINCES, provinceNamed, shortProvince } from '@core/kernel/provinces'

it.each([
  '13800006021',
  '138 0000 6021',
  '138-0000-6021',
  '+86 138 0000 6021',
  '+8613800006021',
  '0086 138 0000 6021',
  '86-13800006021',
  '(+86) 138.0000.6021',
  '１３８００００６０２１',
  '\u202a+86 138 0000 6021\u202c',
  '138\u200b00006021',
  ' 138—0000—6021 ',
])('the phone %j is 13800006021', (text) => {
  expect(mobileOf(text)).toBe('13800006021')
})

it.each(['1380000602', '138000060211', '23800006021', '0571-88880000', '', '一三八'])(
  '%j is no mobile number',
  (text) => {
    expect(mobileOf(text)).toBeNull()
  },
)

it('a number that begins like the country is left whole', () => {
  expect(tidyPhone('8613')).toBe('8613')
})

it('every province is found by its full name, its short one and its first two characters', () => {
  for (const province of PROVINCES) {
    for (const text of [province, shortProvince(province), province.slice(0, 2)]) {
      expect(provinceNamed(text)).toBe(province)
    }
  }
})

it.each([
  ['内蒙', '内蒙古自治区'],
  ['内蒙古省', '内蒙古自治区'],
  ['广西省', '广西壮族自治区'],
  ['新疆维吾尔', '新疆维吾尔自治区'],
  ['北京', '北京市'],
  [' 浙 江 ', '浙江省'],
  ['香港特区', '香港特别行政区'],
])('%s is %s', (text, province) => {
  expect(provinceNamed(text)).toBe(province)
})

it.each(['', '浙', '江浙', '杭州市', '纽约州', '省', '浙江省杭州市'])(
  '%s is no province',
  (text) => {
    expect(provinceNamed(text)).toBeNull()
  },
)

it('nobody is born before 1900 or tomorrow', () => {
  const days = ['1899-12-31', '1900-01-01', '2026-03-04', '2026-03-05']
  expect(days.map((day) => isBirthday(day, '2026-03-04'))).toEqual([false, true, true, false])
})

it('receivers are compared without blanks and widths', () => {
  expect(['林　晚', ' 林 晚', 'Ｔｏｍ Lee', '。'].map(receiverKey)).toEqual([
    ...['林晚', '林晚', 'tomlee', null],
  ])
})

it('the latest receivers come first, each once, and no more than are kept', () => {
  const [a, b, c] = ['安', '白', '陈'].map((name) => ({ name, phone: '13800006021' })) as [
    ...Record<'name' | 'phone', string>[],
  ]
  expect(withReceiver([a!, b!], b!, 3)).toEqual([b, a])
  expect(withReceiver([a!, b!], c!, 2)).toEqual([c, a])
})
