import { createHash } from 'node:crypto'

/** Hexadecimal digits of an id: 96 bits, so that two of a thousand million never meet. */
const ID_DIGITS = 24

/** Ids made of their causes alone, so that importing the same thing again finds it there. */
const idOf = (...cause: string[]): string =>
  `imp${createHash('sha256').update(JSON.stringify(cause)).digest('hex').slice(0, ID_DIGITS)}`

/** The member that another system's customer is. */
export const importedMemberId = (source: string, externalId: string): string =>
  idOf('member', source, externalId)

/** The order that another system's invoice is; a number may be in use for several customers. */
export const importedOrderId = (source: string, externalId: string, number: string): string =>
  idOf('order', source, externalId, number)

/** The refund that another system's cancellation is. */
export const importedRefundId = (source: string, externalId: string, number: string): string =>
  idOf('refund', source, externalId, number)
