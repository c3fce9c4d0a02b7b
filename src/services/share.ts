import { IN_WECHAT } from './build'

/** Title and page of a card shared to a chat. */
export type SharedCard = { title: string; path: string }

/** A card that opens a product. The sharer is passed as a code that only the shop can resolve. */
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

/** The card's page as a text: for WeChat a path, for a browser an address of the same page. */
export const productLink = ({ path }: SharedCard): string =>
  IN_WECHAT ? path.slice(1) : `${window.location.origin}${window.location.pathname}#${path}`

/** The sharer's code from a query; `undefined` when it is missing or malformed. */
export const sharerCodeOf = (query: string | undefined): string | undefined =>
  query !== undefined && /^[\w-]{22}$/.test(query) ? query : undefined
