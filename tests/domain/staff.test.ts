import { mayCall } from '@core/operations/app'

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

describe('who may touch prices', () => {
  it.each([
    ['promotions.list', true],
    ['promotions.show', true],
    ['promotions.save', false],
    ['promotions.end', false],
    ['coupons.list', true],
    ['coupons.save', false],
    ['coupons.stop', false],
    ['freight.show', true],
    ['freight.save', false],
  ])('%s: the owner; the service to look: %s; not who ships', (operation, isOpen) => {
    expect(mayCall('owner', operation)).toBe(true)
    expect(mayCall('service', operation)).toBe(isOpen)
    expect(mayCall('shipping', operation)).toBe(false)
  })
})

describe('who may move stuck money', () => {
  it.each([
    ['reconciliation.stuck', true],
    ['reconciliation.askStuck', true],
    ['reconciliation.refundAgain', true],
    ['reconciliation.settleStuck', false],
  ])('%s: the owner; the service: %s; not who ships', (operation, isOpen) => {
    expect(mayCall('owner', operation)).toBe(true)
    expect(mayCall('service', operation)).toBe(isOpen)
    expect(mayCall('shipping', operation)).toBe(false)
  })
})
