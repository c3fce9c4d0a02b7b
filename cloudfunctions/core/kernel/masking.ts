/** `13812346021` → `138****6021`; anything shorter keeps only its last two characters. */
export const maskPhone = (phone: string): string =>
  phone.length >= 11 ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : `****${phone.slice(-2)}`

/** Displayed to other customers for a customer without a name. */
const NAMELESS = '微信用户'
/** Displayed for a customer who chose to be anonymous. */
const ANONYMOUS = '匿名顾客'

/** `林晚` → `林**`: the first character and two stars, whatever the length. */
export function maskName(name: string, isAnonymous = false): string {
  const [first] = [...name.trim()]
  if (isAnonymous) return ANONYMOUS
  return first === undefined ? NAMELESS : `${first}**`
}
