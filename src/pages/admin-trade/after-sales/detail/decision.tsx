import type { ActProps } from './act-props'

import { Decide } from './decide'
import { Receive } from './receive'
import { RetryRefund } from './retry-refund'
import { SendAgain } from './send-again'

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
