import { createHash } from 'node:crypto'
import type { LineTuple } from '@core/domain/imports/orders'

/** Hexadecimal digits of an id: 96 bits, so that collisions among 10⁹ ids are negligible. */
const ID_DIGITS = 24

/** An id derived from the source's own numbers, so that a repeated import finds the document. */
const idOf = (...source: string[]): string =>
  `imp${createHash('sha256').update(JSON.stringify(source)).digest('hex').slice(0, ID_DIGITS)}`

/** The member id of another system's customer. */
export const importedMemberId = (source: string, externalId: string): string =>
  idOf('member', source, externalId)

/** The order id of another system's invoice; invoice numbers are unique per customer only. */
export const importedOrderId = (source: string, externalId: string, number: string): string =>
  idOf('order', source, externalId, number)

/** The refund id of another system's cancellation. */
export const importedRefundId = (source: string, externalId: string, number: string): string =>
  idOf('refund', source, externalId, number)

/** Hexadecimal digits of a digest: enough to see a difference, and few in every order. */
const DIGEST_DIGITS = 16

/** Stands for the lines of an order as they were sent, to see whether a file has others. */
export const linesDigest = (lines: readonly Readonly<LineTuple>[]): string =>
  createHash('sha256').update(JSON.stringify(lines)).digest('hex').slice(0, DIGEST_DIGITS)

/** The remark of an imported order begins with this, and its number in the other system follows. */
export const IMPORTED_REMARK = '原单号 '
