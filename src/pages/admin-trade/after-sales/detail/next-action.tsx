import type { ActionProps } from './action-props'
import { ExchangeShipment } from './exchange-shipment'
import { RefundRetry } from './refund-retry'
import { RequestDecision } from './request-decision'
import { ReturnReceipt } from './return-receipt'

/** The next action of the staff; nothing when it is the customer's turn. */
export function NextAction(props: ActionProps) {
  switch (props.afterSale.state) {
    case 'requested':
      return <RequestDecision {...props} />
    case 'returning':
      return <ReturnReceipt {...props} />
    case 'exchanging':
      return <ExchangeShipment {...props} />
    case 'refundFailed':
      return <RefundRetry {...props} />
    default:
      return null
  }
}
