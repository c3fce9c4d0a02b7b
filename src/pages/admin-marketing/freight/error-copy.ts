import type { FreightError } from './form'

const FIELDS: Partial<Record<string, string>> = {
  name: '名字',
  provinces: '省份',
  firstGrams: '首重',
  firstFen: '首重运费',
  moreGrams: '续重',
  moreFen: '续重运费',
  freeFromFen: '包邮门槛',
}

const REASONS: Partial<Record<string, string>> = {
  MISSING: '还没填',
  NUMBER_ODD: '要填数字',
  FREIGHT_WRONG: '和别的区重了，或写得不对',
  INVALID_INPUT: '不合适，看看大小',
}

/** What is wrong with a table, and where: 第 2 个区的首重运费还没填. */
export function errorCopy({ code, field }: FreightError): string {
  const steps = field.split('.')
  const row = steps.map(Number).find((step) => Number.isInteger(step))
  const name = [...steps].reverse().flatMap((step) => FIELDS[step] ?? [])[0] ?? '运费表'
  const place = row === undefined ? '' : `第 ${row + 1} 个区的`
  return `${place}${name}${REASONS[code] ?? '不合适'}`
}
