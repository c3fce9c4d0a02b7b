/** Limits that keep every list, text and loop bounded; each with its reason. */

/** Lines in a cart or an order: one screen of patience, and ≤ 100 stock documents per order. */
export const CART_LINES_MAX = 50
/** Pieces of one SKU in a line: above that, the order is wholesale. */
export const LINE_QUANTITY_MAX = 99
/** Rows of one page of any list: two screens on a phone. */
export const PAGE_SIZE = 20
/** Events a phone sends in one call: a minute of browsing. */
export const EVENTS_MAX = 20
/** Characters of a search word: longer words match nothing here. */
export const WORD_MAX = 30
/** Characters of a remark on an order: fits the parcel's label. */
export const REMARK_MAX = 100
/** Characters of a nickname: WeChat's own limit. */
export const NAME_MAX = 32
/** Characters of a street address. */
export const STREET_MAX = 100
/** Characters of a province, a city or a district: the longest has fifteen. */
export const REGION_MAX = 20
/** Characters of a phone number as typed or pasted, before it is tidied. */
export const PHONE_TYPED_MAX = 40
/** Addresses in a customer's book: family, office and friends. */
export const ADDRESSES_MAX = 20
/** Reminders of a launch or of stock that a customer waits for at one time. */
export const REMINDERS_MAX = 50
/** Products of which one call counts who waits for them. */
export const WAITING_PRODUCTS_MAX = 40
/** Banners of home: more are not swiped through. */
export const BANNERS_MAX = 6
/** Search words that the owner suggests. */
export const HOT_WORDS_MAX = 12
/** Receivers of a customer by whom the staff find them: the latest. */
export const RECEIVERS_MAX = 6
/** Bytes of an avatar's address. */
export const URL_MAX = 300
/** Characters of a review: what a thumb types, and a reader reads. */
export const REVIEW_TEXT_MAX = 500
/** Pictures of a review: WeChat's album picker returns at most nine. */
export const REVIEW_PICTURES_MAX = 9
/** Characters of a question about a product. */
export const QUESTION_TEXT_MAX = 100
/** Characters of the shop's answer to a review or a question. */
export const REPLY_MAX = 300
/** Characters of why something was hidden. */
export const HIDE_REASON_MAX = 60
/** Kept order days stored on a member: enough for the purchase interval and the loyalty window. */
export const KEPT_DAYS_MAX = 25
/** Viewed products that a phone remembers and requests in one call. */
export const FOOTPRINTS_MAX = 50
/** Categories of both levels: each level is one screen. */
export const CATEGORIES_MAX = 60
/** Tags of a shop: more would not help a customer to choose. */
export const TAGS_MAX = 100
/** Brands of a shop, as its filter lists them. */
export const BRANDS_MAX = 100
/** Different words counted on one day: far above a shop's need, below a flood's. */
export const DAY_WORDS_MAX = 2_000
/** New words of a day that one customer adds: nobody searches for more things on one day. */
export const OWN_WORDS_MAX = 20
/** Days that the counts of words are kept. */
export const WORD_DAYS_MAX = 90
/** Messages of one ticket: a longer conversation needs a new ticket. */
export const TICKET_MESSAGES_MAX = 60
/** Characters of one message of a ticket: WeChat's own messages may have about as many. */
export const TICKET_TEXT_MAX = 500
/** Pictures of one message. */
export const TICKET_PICTURES_MAX = 3
/** Tickets that one customer may have waiting: more is not a question any more. */
export const OPEN_TICKETS_MAX = 10
/** Questions of the FAQ: all of them are read together to find the one that matches. */
export const FAQ_MAX = 100
/** Characters of a question, and of an answer. */
export const FAQ_QUESTION_MAX = 40
export const FAQ_ANSWER_MAX = 500
/** Other wordings of one question. */
export const FAQ_ALIKE_MAX = 8
/** Parts of one article: ten minutes of reading. */
export const ARTICLE_BLOCKS_MAX = 40
/** Characters of one paragraph of an article. */
export const ARTICLE_TEXT_MAX = 1_000
/** Products that an article is listed on. */
export const ARTICLE_PRODUCTS_MAX = 12
/** Articles listed on a product's page. */
export const PRODUCT_ARTICLES_MAX = 3
/** Characters of a value written on a piece: an engraver's plate. */
export const FIELD_VALUE_MAX = 60
/** Fields and services of one product. */
export const LINE_FIELDS_MAX = 6
export const LINE_SERVICES_MAX = 6
/** Characters of a line's key: a SKU, its options' digest and a service. */
export const LINE_KEY_MAX = 160
/** Points spent on one order: a million is ¥10,000 at the default rate. */
export const POINTS_SPENT_MAX = 1_000_000
/** Samples chosen with one order. */
export const SAMPLES_MAX = 10
/**
 * What an order may cost before anything is taken off: half a million yuan is a wholesale talk, and
 * products of two amounts below it stay exact.
 */
export const ORDER_GOODS_MAX_FEN = 50_000_000
/** What an order may cost in all, freight included: twice as much leaves room for any parcel. */
export const ORDER_TOTAL_MAX_FEN = 2 * ORDER_GOODS_MAX_FEN
/** Running and upcoming promotions: all of them are read for every price. */
export const PROMOTIONS_MAX = 40
/** SKUs that one promotion names. */
export const PROMOTION_SKUS_MAX = 50
/** Products or categories that one scope names. */
export const SCOPE_MAX = 50
/** Steps of 满减. */
export const STEPS_MAX = 5
/** Zones of the freight table: every province could have its own. */
export const ZONES_MAX = 34
/** Unused coupons of a member that a price looks at. */
export const GRANTS_MAX = 50
/** Offers in the coupon centre: more are not read through. */
export const COUPONS_LISTED_MAX = 50
/** The most that an offer may allow each member: a wallet is counted with one bounded query. */
export const COUPON_COPIES_MAX = 20
/** Coupons of one offer. */
export const COUPON_ISSUED_MAX = 1_000_000
/** Lines of an order: its goods, each with its services, and the gifts of all promotions. */
export const ORDER_LINES_MAX = CART_LINES_MAX * (1 + LINE_SERVICES_MAX) + PROMOTIONS_MAX
/** Lines of an imported order. */
export const IMPORTED_LINES_MAX = 1_000
/** Pieces of a line of an imported order that one refund names. */
export const IMPORTED_PIECES_MAX = 1_000_000
/** Evidence of an after-sale. */
export const EVIDENCE_MAX = 6
/** Characters of what the customer or the shop says about an after-sale. */
export const AFTER_SALE_WORDS_MAX = 200
/** Parcels of one order (WeChat takes 15 per upload of shipping info). */
export const PARCELS_MAX = 15
/** Orders that one list ships, or copies the addresses of: a call stays well below its limit. */
export const SHIPPING_LIST_MAX = 20
/** Characters of who brings an order, or of where and when it can be picked up. */
export const WAY_NOTE_MAX = 60
/** SKUs of one product: three dimensions of five values each. */
export const SKUS_MAX = 125
/** Products whose order is edited at once: what somebody can look over, and one read. */
export const SHELF_ROWS_MAX = 100
/** SKUs that a product has and had; a removed one stays stored for its orders. */
export const STORED_SKUS_MAX = 500
/**
 * Bytes of an order when it is placed: fifty lines, each with three services. What is stored of an
 * order may grow by half of it.
 */
export const ORDER_BYTES_MAX = 100_000
/** Orders of a page: their cards are higher than other rows. */
export const ORDER_PAGE_SIZE = 10
/** Lines in all parcels of an order, each named in its parcel. */
export const PARCEL_LINES_MAX = 100
/** Bytes of all running and upcoming promotions, which are one document. */
export const PROMOTIONS_BYTES_MAX = 400_000
/** Promotions of a page of the staff's list: the largest names 250 SKUs and products. */
export const PROMOTION_PAGE_SIZE = 14
/** Limited products, and limited promotions, that are counted for one member: the latest. */
export const COUNTED_PURCHASES_MAX = 1_000
/** Attempts at placing one order that a hold or a lock remembers: the latest. */
export const ATTEMPTS_MAX = 10
/** Holds of one SKU that one sweep looks at. */
export const HOLDS_READ_MAX = 800
/** SKUs that a product's page names in its offers: gifts, and parts of sets. */
export const OFFER_SKUS_MAX = 200
/** Characters of the id of a message template; WeChat's have 43. */
export const TEMPLATE_ID_MAX = 64
/** Characters of keys or certificates in PEM: two certificates of 4,096 bits and more. */
export const PEM_MAX = 16_000
