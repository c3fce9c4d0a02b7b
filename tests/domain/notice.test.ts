import { addGrants, GRANTS_MAX, noGrants } from '@core/domain/notifications/grants'
import {
  notificationAmount,
  notificationData,
  notificationTime,
} from '@core/domain/notifications/notification'

it('values are sent under the template’s keys; values without a key are not sent', () => {
  const template = { id: 'x', keys: { goods: 'thing1', number: 'character_string2' } }
  expect(notificationData({ goods: '明前龙井', number: 'SF1', carrier: '顺丰' }, template)).toEqual(
    {
      thing1: '明前龙井',
      character_string2: 'SF1',
    },
  )
})

it.each([
  [20, '茶'.repeat(20)],
  [21, `${'茶'.repeat(19)}…`],
])('a thing of %d characters fits the 20 that WeChat takes', (length, text) => {
  const template = { id: 'x', keys: { goods: 'thing1' } }
  expect(notificationData({ goods: '茶'.repeat(length) }, template)).toEqual({ thing1: text })
})

it('times and sums are written as WeChat takes them', () => {
  expect(notificationTime(Date.parse('2026-03-04T09:05:00+08:00'))).toBe('2026年3月4日 09:05')
  expect(notificationTime(Date.parse('2026-03-04T00:00:00+08:00'))).toBe('2026年3月4日 00:00')
  expect(notificationAmount(7_605)).toBe('¥76.05')
})

describe('grants', () => {
  it('one accept allows one message; the same answer reported twice counts once', () => {
    const once = addGrants(noGrants('m1'), { grantId: 'g1', accepted: ['shipped', 'refunded'] })
    expect(once.counts).toEqual({ shipped: 1, refunded: 1 })
    expect(addGrants(once, { grantId: 'g1', accepted: ['shipped'] })).toBe(once)
    expect(addGrants(once, { grantId: 'g2', accepted: ['shipped'] }).counts.shipped).toBe(2)
  })

  it('no more than fifty of a kind are kept in store', () => {
    let grants = noGrants('m1')
    for (let at = 0; at < GRANTS_MAX + 5; at += 1) {
      grants = addGrants(grants, { grantId: `g${at}`, accepted: ['shipped'] })
    }
    expect(grants.counts.shipped).toBe(GRANTS_MAX)
    expect(grants.recent.length).toBeLessThanOrEqual(10)
  })
})
