import { mayCall } from '@core/domain/staff'

describe('who may answer customers', () => {
  const OPERATIONS = [
    'tickets.list',
    'tickets.reply',
    'tickets.report',
    'faq.save',
    'articles.save',
    'outbox.retry',
  ]

  it.each(OPERATIONS)('%s: the owner and the service, not who ships', (operation) => {
    expect(mayCall('owner', operation)).toBe(true)
    expect(mayCall('service', operation)).toBe(true)
    expect(mayCall('shipping', operation)).toBe(false)
  })
})
