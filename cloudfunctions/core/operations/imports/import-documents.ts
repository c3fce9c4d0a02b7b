import type { DocumentOf } from '@core/data/documents'
import {
  IMPORTED_REMARK,
  importedMemberId,
  importedOrderId,
  importedRefundId,
  linesDigest,
} from '@core/data/imports/ids'
import type { MemberDocument } from '@core/data/members/documents'
import { memberDocument } from '@core/data/members/members'
import type { OrderDocument } from '@core/data/orders/documents'
import { orderDocument } from '@core/data/orders/orders'
import { addresslessKeys } from '@core/data/orders/search-keys'
import { documentBytes } from '@core/data/sizes'
import type { Vault } from '@core/data/vault'
import { mobileOf } from '@core/domain/imports/buyer'
import { restLine } from '@core/domain/imports/orders'
import { newCustomer } from '@core/domain/lifecycle/new-customer'
import type { LifecycleSettings } from '@core/domain/lifecycle/status'
import {
  NEW_LINE_COUNTS,
  NEW_ORDER_FIELDS,
  NO_USES,
  type OrderLine,
} from '@core/domain/orders/order'
import { ORDER_BYTES_MAX } from '@core/kernel/limits'
import { maskPhone } from '@core/kernel/masking'
import type { ApplyImportInput, ImportedCustomer, ImportedOrder } from '../../contract/imports'

/** The documents of one import call. */
export type ImportedDocuments = {
  members: MemberDocument[]
  orders: OrderDocument[]
  refunds: DocumentOf<'refunds'>[]
}

/**
 * The documents of imported customers. A customer starts without facts; the review computes them
 * from the stored orders.
 */
export function importedDocuments(
  { source, name, customers }: ApplyImportInput,
  { settings, vault }: { settings: LifecycleSettings; vault: Vault },
): ImportedDocuments {
  const named = name === undefined ? {} : { name }
  return {
    members: onceEach(customers.map((customer) => memberOf(source, customer, { settings, vault }))),
    orders: onceEach(
      customers.flatMap((customer) =>
        customer.orders.map((order) => {
          const document = orderOf(source, customer, order)
          if (name === undefined) return document
          return { ...document, imported: { name, lines: linesDigest(order.lines) } }
        }),
      ),
    ),
    refunds: onceEach(
      customers.flatMap(({ externalId, refunds }) =>
        refunds.map((refund) => ({
          _id: importedRefundId(source, externalId, refund.number),
          memberId: importedMemberId(source, externalId),
          source,
          ...refund,
          ...named,
        })),
      ),
    ),
  }
}

/** A number that occurs twice in one call is one document. */
const onceEach = <T extends { _id: string }>(documents: readonly T[]): T[] => [
  ...new Map(documents.map((document) => [document._id, document])).values(),
]

/** A customer whose number is their phone keeps it sealed, and is called by what is left of it. */
function memberOf(
  source: string,
  { externalId, name, firstContactAt }: ImportedCustomer,
  { settings, vault }: { settings: LifecycleSettings; vault: Vault },
): MemberDocument {
  const id = importedMemberId(source, externalId)
  const phone = mobileOf(externalId)
  const called = phone === null ? externalId : maskPhone(phone)
  const first = { id, channel: 'import', externalId: called, at: firstContactAt } as const
  const { member } = newCustomer(first, settings)
  const nickname = phone === null ? name : name.replaceAll(phone, called)
  const contact =
    phone === null ? undefined : { phone: vault.seal(phone), phoneHash: vault.hash(phone) }
  return memberDocument({ ...member, nickname }, { source, ...(contact ? { contact } : {}) })
}

/** A completed order: paid as charged by the other system, without earnings. */
function orderOf(source: string, customer: ImportedCustomer, order: ImportedOrder): OrderDocument {
  const { externalId } = customer
  const id = importedOrderId(source, externalId, order.number)
  const lines = keptLines(order.lines)
  return orderDocument(
    {
      ...NEW_ORDER_FIELDS,
      id,
      memberId: importedMemberId(source, externalId),
      channel: 'import',
      version: 1,
      state: 'completed',
      uses: NO_USES,
      lines,
      quote: { goodsFen: order.paidFen, freightFen: 0, totalFen: order.paidFen, adjustments: [] },
      earns: { points: 0, growth: 0 },
      refundedFen: order.refundedFen,
      remark: `${IMPORTED_REMARK}${order.number}`,
      placedAt: order.paidAt,
      dueAt: null,
      paidAt: order.paidAt,
      receivedAt: order.paidAt,
      completedAt: order.paidAt,
    },
    { source, searchKeys: addresslessKeys({ id, lines }) },
  )
}

/**
 * The lines, or of an invoice too long for an order the first ones and one line for all the rest,
 * which keeps pieces and amount.
 */
function keptLines(lines: ImportedOrder['lines']): OrderLine[] {
  if (lines.length <= LINES_SURE) return lines.map(lineOf)
  let bytes = 0
  const kept: OrderLine[] = []
  for (const [at, line] of lines.entries()) {
    const one = lineOf(line, at)
    bytes += documentBytes(one)
    if (bytes > ORDER_BYTES_MAX - FRAME_BYTES)
      return [...kept, lineOf(restLine(lines.slice(at)), at)]
    kept.push(one)
  }
  return kept
}

/** What an order has besides its lines, and the line for the rest. */
const FRAME_BYTES = 3_000
/** So many of the longest lines fit, and need not be measured. */
const LINES_SURE = 35

/**
 * The key is the code and the position: an invoice may list the same article twice. The constants
 * come last: in Node 20 a literal that begins with a spread costs 2 µs for every field after it,
 * and a file has half a million lines.
 */
const lineOf = (
  [code, title, unitFen, quantity, amountFen]: ImportedOrder['lines'][number],
  at: number,
): OrderLine => ({
  key: `${code}.${at}`,
  kind: 'goods',
  parentKey: null,
  sourceId: null,
  name: '',
  skuId: code,
  productId: '',
  title: title || code,
  spec: '',
  picture: '',
  fields: [],
  unitFen,
  quantity,
  amountFen,
  payableFen: amountFen,
  pointsFen: 0,
  valueFen: 0,
  giftFor: null,
  ...NEW_LINE_COUNTS,
  shipped: quantity,
})
