/** `13812346021` → `138****6021`; anything shorter keeps only its last two characters. */
export const maskPhone = (phone: string): string =>
  phone.length >= 11 ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : `****${phone.slice(-2)}`

/** How somebody without a name is called among others. */
const NAMELESS = '微信用户'
/** How somebody who would rather not be named is called. */
const ANONYMOUS = '匿名顾客'

/** `林晚` → `林**`: the first character and two stars, whatever the length. */
export function maskName(name: string, isAnonymous = false): string {
  const [first] = [...name.trim()]
  if (isAnonymous) return ANONYMOUS
  return first === undefined ? NAMELESS : `${first}**`
}
