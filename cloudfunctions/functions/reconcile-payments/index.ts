import { APP } from '@core/operations/app'
import { reconcilePayments } from '@core/operations/reconciliation/reconcile-payments'
import { onTimer } from '@core/runtime/timer'

/** Every morning, when WeChat Pay has written yesterday's bill: compares it with our books. */
export const main = onTimer('reconcile-payments', APP, (ctx) => reconcilePayments(ctx, Date.now))
