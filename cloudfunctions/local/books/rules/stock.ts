import type { OrderDocument } from '@core/data/orders/documents'
import type { StockFields, StockMovementDocument } from '@core/data/stock/documents'
import { type Books, type Finding, grouped, holds, type Rule, same, sum } from '../books'
import { isPaid, isUnpaid, ownOrders, piecesOf, promotionPiecesOf } from './order-facts'

/** Nothing else in a shop that is closed may leave a movement unfinished for longer. */
const UNFINISHED_MS = 10 * 60_000

/** Whether a movement has changed its SKU: applied, or applied and not yet marked so. */
const tookEffect = (
  { _id, state }: StockMovementDocument,
  moved: Readonly<Record<string, number>> = {},
): boolean => state === 'applied' || moved[_id] !== undefined

/** On the shelf and held are what the movements that took effect sum to. */
function* checkLedger(books: Books): Iterable<Finding> {
  const movements = grouped(books.all('stockMovements'), ({ skuId }) => skuId)
  for (const { _id, available, heldPieces, openingStock, moved } of books.all('skus')) {
    const own = (movements.get(_id) ?? []).filter((one) => tookEffect(one, moved))
    yield* same(_id, available + heldPieces, sum(own.map(({ quantity }) => quantity)))
    const opened = own.filter(({ kind }) => kind === 'open').map(({ quantity }) => quantity)
    yield* same(`${_id} openingStock`, [openingStock], opened)
    yield* holds(_id, available >= 0, { expected: 'available of at least 0', found: available })
  }
}

/** Every movement names a SKU that is there; one that took none was refused or never applied. */
function* checkMovements(books: Books): Iterable<Finding> {
  for (const { _id, skuId, state, kind, at } of books.all('stockMovements')) {
    const isKnown = books.get('skus', skuId) !== undefined
    const isOpening = kind === 'open' && state === 'refused'
    yield* holds(_id, isKnown || isOpening, { expected: 'a SKU that exists', found: skuId })
    const isStuck = state === 'booked' && at < books.now - UNFINISHED_MS
    yield* holds(_id, !isStuck, { expected: 'applied or refused', found: state })
  }
}

/** What a SKU has sold is what its sales took out, and what paid orders have of it. */
function* checkSold(books: Books): Iterable<Finding> {
  const sales = grouped(
    books.all('stockMovements').filter(({ kind, state }) => kind === 'sale' && state === 'applied'),
    ({ skuId }) => skuId,
  )
  const ordered = countPieces(ownOrders(books).filter(isPaid), piecesOf)
  for (const { _id, sold } of books.all('skus')) {
    yield* same(_id, sold, -sum((sales.get(_id) ?? []).map(({ quantity }) => quantity)))
    yield* same(`${_id} in paid orders`, sold, ordered.get(_id) ?? 0)
  }
}

function countPieces(
  orders: readonly OrderDocument[],
  of: (order: OrderDocument) => Map<string, number>,
): Map<string, number> {
  const pieces = new Map<string, number>()
  for (const order of orders) {
    for (const [id, quantity] of of(order)) pieces.set(id, (pieces.get(id) ?? 0) + quantity)
  }
  return pieces
}

/** A paid order has one sale of every SKU in it, and there is no other sale. */
function* checkSales(books: Books): Iterable<Finding> {
  const sales = books.all('stockMovements').filter(({ kind }) => kind === 'sale')
  const taken = grouped(sales, ({ orderId }) => orderId ?? '')
  for (const order of ownOrders(books)) {
    const expected = isPaid(order) ? Object.fromEntries(piecesOf(order)) : {}
    const found = (taken.get(order._id) ?? []).map(({ skuId, quantity }) => [skuId, -quantity])
    yield* same(order._id, Object.fromEntries(found as [string, number][]), expected)
  }
  for (const { _id, orderId } of sales) {
    const isKnown = books.get('orders', orderId) !== undefined
    yield* holds(_id, isKnown, { expected: 'an order that exists', found: orderId })
  }
}

/** A stock document with what it is called, whatever collection it is of. */
type Held = StockFields & { _id: string }

/** Pieces are held for unpaid orders alone, exactly those that they have, and each order's are. */
function* checkHolds(
  stocks: readonly Held[],
  orders: readonly OrderDocument[],
  of: (order: OrderDocument) => Map<string, number>,
): Iterable<Finding> {
  const wanted = new Map<string, Record<string, number>>()
  for (const order of orders.filter(isUnpaid)) {
    for (const [id, n] of of(order)) wanted.set(id, { ...wanted.get(id), [order._id]: n })
  }
  const known = new Set(stocks.map(({ _id }) => _id))
  for (const { _id, holds: held = {}, heldPieces } of stocks) {
    const pieces = Object.fromEntries(Object.entries(held).map(([id, { n }]) => [id, n]))
    yield* same(_id, pieces, wanted.get(_id) ?? {})
    yield* same(`${_id} heldPieces`, heldPieces, sum(Object.values(pieces)))
  }
  for (const [id, pieces] of wanted) {
    yield* holds(id, known.has(id), { expected: 'stock that is held of', found: pieces })
  }
}

/** Of the stock reserved for a promotion: what was opened is left, held or sold. */
function* checkPromotionStock(books: Books): Iterable<Finding> {
  const ordered = countPieces(ownOrders(books).filter(isPaid), promotionPiecesOf)
  for (const { _id, available, heldPieces, sold, openingStock } of books.all('activityStock')) {
    yield* same(_id, available + heldPieces + sold, openingStock)
    yield* same(`${_id} sold`, sold, ordered.get(_id) ?? 0)
    yield* holds(_id, available >= 0, { expected: 'available of at least 0', found: available })
  }
}

/** What refunds have given back to the stock was sold before, and not given back before. */
function* checkReturns(books: Books): Iterable<Finding> {
  const returns = books.all('stockMovements').filter(({ kind }) => kind === 'return')
  for (const [key, own] of grouped(returns, ({ orderId, skuId }) => `${orderId} ${skuId}`)) {
    const [orderId = '', skuId = ''] = key.split(' ')
    const exchanged = books
      .all('stockMovements')
      .filter((one) => one.kind === 'exchange' && one.skuId === skuId)
      .filter(({ afterSaleId }) => books.get('afterSales', afterSaleId)?.orderId === orderId)
    const order = books.get('orders', orderId)
    const had = order ? (piecesOf(order).get(skuId) ?? 0) : 0
    const back = sum(own.map(({ quantity }) => quantity))
    const most = had - sum(exchanged.map(({ quantity }) => quantity))
    // Pieces of a movement by an after-sale without its order's name are checked by the ledger.
    if (orderId === 'null') continue
    yield* holds(key, back <= most, { expected: `at most ${most} pieces back`, found: back })
  }
}

/** Stock: on the shelf, held and sold, by the ledger, the orders and the promotions. */
export const STOCK_RULES: readonly Rule[] = [
  { name: 'stock-ledger', check: checkLedger },
  { name: 'stock-movements', check: checkMovements },
  { name: 'stock-sold', check: checkSold },
  { name: 'stock-sales', check: checkSales },
  {
    name: 'stock-holds',
    check: (books) => checkHolds(books.all('skus'), ownOrders(books), piecesOf),
  },
  {
    name: 'promotion-holds',
    check: (books) => checkHolds(books.all('activityStock'), ownOrders(books), promotionPiecesOf),
  },
  { name: 'promotion-stock', check: checkPromotionStock },
  { name: 'stock-returns', check: checkReturns },
]
