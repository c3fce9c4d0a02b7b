import type { Area } from '@core/operations/area'
import { pollPendingPayments } from './poll-pending-payments'

export const paymentsArea: Area = {
  name: 'payments',
  sweep: { pollPendingPayments },
}
