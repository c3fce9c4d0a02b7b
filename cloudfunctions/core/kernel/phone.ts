/** A mobile number in mainland China. */
const MOBILE = /^1\d{10}$/
/** The country's number, as written before an own one. */
const COUNTRY = /^(?:\+|00)?86(?=1\d{10}$)/

/**
 * A phone number as people write it, in the shop's one spelling: full-width digits become digits;
 * blanks, dashes, dots, brackets and invisible marks of copied contacts go, and so does the country
 * (`+86 138-0000-6021`, `0086…`, `(86)…`). What is no mobile number comes back tidied all the same.
 */
export const tidyPhone = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\p{Cf}\p{Pd}().[\]·•]/gu, '')
    .replace(COUNTRY, '')

/** The mobile number that a text spells; `null` when it spells none. */
export function mobileOf(text: string): string | null {
  const phone = tidyPhone(text)
  return MOBILE.test(phone) ? phone : null
}
