/** Limits that keep every list, text and loop bounded; each with its reason. */

/** Lines in a cart or an order: one screen of patience, and ≤ 100 stock documents per order. */
export const CART_LINES_MAX = 50
/** Pieces of one SKU in a line: above it a wholesale talk is due. */
export const LINE_QUANTITY_MAX = 99
/** Rows of one page of any list: two screens on a phone. */
export const PAGE_SIZE = 20
/** Events a phone sends at once: a minute of browsing. */
export const EVENTS_MAX = 20
/** Characters of a search word: longer words match nothing here. */
export const WORD_MAX = 30
/** Characters of a remark on an order: fits the parcel's label. */
export const REMARK_MAX = 100
/** Characters of a nickname: WeChat's own limit. */
export const NAME_MAX = 32
/** Characters of a street address. */
export const STREET_MAX = 100
/** Bytes of an avatar's address. */
export const URL_MAX = 300
/** Kept order days remembered on a member: enough for the rhythm and the loyalty window. */
export const KEPT_DAYS_MAX = 25
