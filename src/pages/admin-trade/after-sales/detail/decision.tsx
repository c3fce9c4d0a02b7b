import type { AfterSaleRow } from '@core/contract/after-sales'
import { Decide } from './decide'
import { Receive } from './receive'
import { RetryRefund } from './retry-refund'
import { SendAgain } from './send-again'

/** What every act of the shop needs: what it is about, and what to do with the answer. */
export type ActProps = {
  afterSale: AfterSaleRow
  onChange(afterSale: AfterSaleRow): void
  /** It has moved on meanwhile. */
  onStale(): void
}

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
