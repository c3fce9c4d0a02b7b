import type { Address } from '@core/domain/addresses/address'
import type { CustomerHistory } from './customers'
import { seededRandom } from './random'

/** Places of the demo; all streets but the first, which the designs show, are made up. */
const PLACES = [
  { province: '浙江省', city: '杭州市', district: '西湖区', street: '文三路 478 号' },
  { province: '上海市', city: '上海市', district: '徐汇区', street: '梧桐里 12 弄 3 号' },
  { province: '江苏省', city: '南京市', district: '鼓楼区', street: '银杏巷 26 号' },
  { province: '四川省', city: '成都市', district: '武侯区', street: '小竹街 8 号' },
  { province: '陕西省', city: '西安市', district: '碑林区', street: '柿园里 17 号' },
  { province: '北京市', city: '北京市', district: '东城区', street: '枣树胡同 5 号' },
  { province: '广东省', city: '广州市', district: '越秀区', street: '榕荫路 63 号' },
  { province: '湖北省', city: '武汉市', district: '武昌区', street: '荷塘路 90 号' },
  { province: '福建省', city: '厦门市', district: '思明区', street: '凤凰木路 41 号' },
  { province: '云南省', city: '昆明市', district: '五华区', street: '蓝花楹巷 7 号' },
] as const

/** The customer in the designs, with the phone number and birthday shown there. */
const DESIGN_PERSONA = {
  openid: 'oDemo-linwan',
  phone: '13800006021',
  birthday: '1991-03-14',
} as const

/** Where a customer's parcels go. The phone numbers contain four zeros, which real ones do not. */
export const addressOf = (customer: CustomerHistory): Address => {
  if (customer.openid === DESIGN_PERSONA.openid) {
    return { name: customer.name, phone: DESIGN_PERSONA.phone, ...PLACES[0] }
  }
  const random = seededRandom(`address ${customer.openid}`)
  const place = random.pick(PLACES)
  const phone = `${random.pick(['138', '139'])}0000${random.between(1000, 9999)}`
  const unit = `${random.between(1, 18)} 幢 ${random.between(1, 26)}0${random.between(1, 4)}`
  return { name: customer.name, phone, ...place, street: `${place.street} ${unit}` }
}

/** A birthday for two members in three; the others have entered none. */
export const birthdayOf = (customer: CustomerHistory): string | undefined => {
  if (customer.openid === DESIGN_PERSONA.openid) return DESIGN_PERSONA.birthday
  const random = seededRandom(`birthday ${customer.openid}`)
  if (random.next() < 1 / 3) return undefined
  const two = (value: number) => String(value).padStart(2, '0')
  return `${random.between(1968, 2003)}-${two(random.between(1, 12))}-${two(random.between(1, 28))}`
}
