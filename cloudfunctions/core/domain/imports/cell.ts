/** Most cells: nothing hidden in them, and nothing to rewrite. */
const PRINTABLE_ASCII = /^[ -~]*$/
const LINE_BREAKS_AND_TABS = /[\t\n\v\f\r]/g
/** Controls, zero-width and bidirectional marks, byte order marks, and fillers that look blank. */
const INVISIBLE = /[\p{Cc}\p{Cf}\u115f\u1160\u2800\u3164\uffa0]/gu
/** `="u1"`: how an export keeps a spreadsheet from turning a text into a number. */
const FORMULA_GUARD = /^=\s*"(.*)"$/
/** `'u1`, `'u1'`, `` `u1 ``: the same guard of spreadsheets and of WeChat Pay's bills. */
const APOSTROPHE_GUARD = /^['‘’`](.*?)['’]?$/

/** A cell without what nobody sees; every kind of blank becomes one space. */
function visibleText(text: string): string {
  if (PRINTABLE_ASCII.test(text)) return text.trim()
  return text.replace(LINE_BREAKS_AND_TABS, ' ').replace(INVISIBLE, '').replace(/\s+/g, ' ').trim()
}

/** A text for people: an apostrophe at its beginning may be meant (`'70S ALPHABET`). */
export function titleText(text: string): string {
  const seen = visibleText(text)
  return seen.startsWith('=') ? (FORMULA_GUARD.exec(seen)?.[1] ?? seen).trim() : seen
}

/** A number, a time or a key: without text guards, full-width characters become ASCII (NFKC). */
export function cellText(text: string): string {
  const seen = visibleText(text)
  const plain = PRINTABLE_ASCII.test(seen) ? seen : seen.normalize('NFKC').trim()
  const guarded = FORMULA_GUARD.exec(plain) ?? APOSTROPHE_GUARD.exec(plain)
  return guarded ? (guarded[1] ?? '').trim() : plain
}
