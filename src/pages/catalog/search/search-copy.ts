import type { SearchPage } from '@core/contract/storefront'

/** Why the results are not quite what was searched for; `null` when they are. */
export function nearCopy(word: string, near: SearchPage['near']): string | null {
  if (near === null) return null
  const parts = near.parts.map((part) => `「${part}」`).join('、')
  return near.kind === 'mention'
    ? `没有叫「${word}」的商品，以下提到了${parts}`
    : `没有同时满足「${word}」的商品，以下与${parts}有关`
}
