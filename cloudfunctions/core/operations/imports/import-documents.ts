import type { DocumentOf } from '@core/data/documents'
import { importedMemberId, importedOrderId, importedRefundId } from '@core/data/imports/ids'
import type { MemberDocument } from '@core/data/members/documents'
import { memberDocument } from '@core/data/members/members'
import type { OrderDocument } from '@core/data/orders/documents'
import { orderDocument } from '@core/data/orders/orders'
import type { LifecycleSettings } from '@core/domain/lifecycle/status'
import { newCustomer } from '@core/domain/members/member'
import { NO_USES, type OrderLine, UNTOUCHED, UNTOUCHED_LINE } from '@core/domain/orders/order'
import type { ApplyImportInput, ImportedCustomer, ImportedOrder } from '../../contract/imports'

/** Everything that a call brings, as documents. */
export type ImportedDocuments = {
  members: MemberDocument[]
  orders: OrderDocument[]
  refunds: DocumentOf<'refunds'>[]
}

/**
 * The documents of imported customers. A customer begins as somebody just known; what their orders
 * say of them is worked out by the review, from what is stored.
 */
export function importedDocuments(
  { source, customers }: ApplyImportInput,
  settings: LifecycleSettings,
): ImportedDocuments {
  return {
    members: onceEach(customers.map((customer) => memberOf(source, customer, settings))),
    orders: onceEach(
      customers.flatMap((customer) =>
        customer.orders.map((order) => orderOf(source, customer, order)),
      ),
    ),
    refunds: onceEach(
      customers.flatMap(({ externalId, refunds }) =>
        refunds.map((refund) => ({
          _id: importedRefundId(source, externalId, refund.number),
          memberId: importedMemberId(source, externalId),
          source,
          ...refund,
        })),
      ),
    ),
  }
}

/** A number that comes twice in one call is one thing. */
const onceEach = <T extends { _id: string }>(documents: readonly T[]): T[] => [
  ...new Map(documents.map((document) => [document._id, document])).values(),
]

function memberOf(
  source: string,
  { externalId, name, firstContactAt }: ImportedCustomer,
  settings: LifecycleSettings,
): MemberDocument {
  const id = importedMemberId(source, externalId)
  const contact = { id, channel: 'import', externalId, at: firstContactAt } as const
  const { member } = newCustomer(contact, settings)
  return memberDocument({ ...member, nickname: name }, { source })
}

/** A finished order: what the other system charged is what was paid, and nothing was earned. */
function orderOf(source: string, customer: ImportedCustomer, order: ImportedOrder): OrderDocument {
  const { externalId } = customer
  return orderDocument(
    {
      ...UNTOUCHED,
      id: importedOrderId(source, externalId, order.number),
      memberId: importedMemberId(source, externalId),
      channel: 'import',
      version: 1,
      state: 'completed',
      uses: NO_USES,
      lines: order.lines.map(lineOf),
      quote: { goodsFen: order.paidFen, freightFen: 0, totalFen: order.paidFen, adjustments: [] },
      earns: { points: 0, growth: 0 },
      refundedFen: order.refundedFen,
      remark: `原单号 ${order.number}`,
      placedAt: order.paidAt,
      dueAt: null,
      paidAt: order.paidAt,
      receivedAt: order.paidAt,
      completedAt: order.paidAt,
    },
    undefined,
    source,
  )
}

/** A line is named by its code and its place: the same article may stand on an invoice twice. */
const lineOf = (
  [code, title, unitFen, quantity, amountFen]: ImportedOrder['lines'][number],
  at: number,
): OrderLine => ({
  ...UNTOUCHED_LINE,
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
  shipped: quantity,
})
