import { type OutboxAdminContract, outboxInput, outboxListInput } from '@core/contract/outbox'
import { OUTBOX_COLLECTIONS } from '@core/data/outbox/collections'
import { type Area, staffOperations } from '@core/operations/area'
import { listOutbox, retryMessage } from './show-outbox'

export const outboxArea: Area = {
  name: 'outbox',
  admin: staffOperations<OutboxAdminContract>({
    'outbox.list': { input: outboxListInput, run: listOutbox, roles: ['service'] },
    'outbox.retry': { input: outboxInput, run: retryMessage, roles: ['service'] },
  }),
  collections: OUTBOX_COLLECTIONS,
  waiting: {
    outbox: {
      operation: 'outbox.list',
      collection: 'outbox',
      where: () => ({ state: 'failed' }),
      due: 'all',
    },
  },
}
