/** What a card shared to a chat says and opens. */
export type SharedCard = { title: string; path: string }

/** A card that opens a product. Who shared it travels as a code that the shop alone can read. */
export function productCard(
  productId: string,
  { title, memberCode }: { title: string; memberCode: string | null },
): SharedCard {
  const sharer = memberCode === null ? '' : `&s=${memberCode}`
  return {
    title,
    path: `/pages/catalog/detail/index?id=${encodeURIComponent(productId)}${sharer}`,
  }
}

/** The code of the member whose card led here; none of what is no code. */
export const sharerCodeOf = (query: string | undefined): string | undefined =>
  query !== undefined && /^[\w-]{22}$/.test(query) ? query : undefined
