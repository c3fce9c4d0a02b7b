import type { ActProps } from './action-props'
import { SendAgain } from './exchange-shipment'
import { RetryRefund } from './refund-retry'
import { Decide } from './request-decision'
import { Receive } from './return-receipt'

/** The one thing that is to be done now; nothing when it is somebody else's turn. */
export function Decision(props: ActProps) {
  switch (props.afterSale.state) {
    case 'requested':
      return <Decide {...props} />
    case 'returning':
      return <Receive {...props} />
    case 'exchanging':
      return <SendAgain {...props} />
    case 'refundFailed':
      return <RetryRefund {...props} />
    default:
      return null
  }
}
