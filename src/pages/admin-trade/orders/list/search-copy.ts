/** Why the orders are not quite what was searched for; `null` when they are. */
export function nearOrdersCopy(word: string, near: readonly string[] | null): string | null {
  if (near === null) return null
  const parts = near.map((part) => `「${part}」`).join('、')
  return `没有叫「${word}」的商品，以下订单里的商品只含有${parts}`
}
