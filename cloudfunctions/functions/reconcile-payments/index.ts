import { APP } from '@core/operations/app'
import { reconcilePayments } from '@core/operations/reconciliation/reconcile-payments'
import { onTimer } from '@core/runtime/timer'

/** Every morning, when WeChat Pay has published yesterday's bill: compares it with our records. */
export const main = onTimer('reconcile-payments', APP, (ctx) => reconcilePayments(ctx, Date.now))
