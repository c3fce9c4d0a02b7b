import { tidyLine } from './readable-text'

/** The provinces by the full names that WeChat's addresses have, in the order of their codes. */
export const PROVINCES = [
  ...['北京市', '天津市', '河北省', '山西省', '内蒙古自治区', '辽宁省', '吉林省', '黑龙江省'],
  ...['上海市', '江苏省', '浙江省', '安徽省', '福建省', '江西省', '山东省', '河南省', '湖北省'],
  ...['湖南省', '广东省', '广西壮族自治区', '海南省', '重庆市', '四川省', '贵州省', '云南省'],
  ...['西藏自治区', '陕西省', '甘肃省', '青海省', '宁夏回族自治区', '新疆维吾尔自治区'],
  ...['台湾省', '香港特别行政区', '澳门特别行政区'],
]

/** The place of the first name that is no province's; -1 when all are. */
export const unknownProvince = (names: readonly string[]): number =>
  names.findIndex((name) => !PROVINCES.includes(name))

/** What ends a province's name; somebody may write another ending: 广西省, 内蒙古省, 香港特区. */
const ENDING = /(?:省|市|特别行政区|特区|(?:壮族|回族|维吾尔)?自治区)$/

/** A province without its ending: 浙江, 内蒙古, 广西. */
export const shortProvince = (province: string): string => province.replace(ENDING, '')

/**
 * The full name of the province that a text begins to write: 浙江, 内蒙, 广西省, 新疆维吾尔. Two
 * characters are needed and enough; `null` for what is no province.
 */
export function provinceNamed(text: string): string | null {
  const written = shortProvince(tidyLine(text).replace(/\s/g, ''))
  if (written.length < 2) return null
  return PROVINCES.find((province) => province.startsWith(written)) ?? null
}
