import { AFTER_SALE_REASONS } from '@core/domain/after-sales/after-sale'
import { usualReturn } from '@core/domain/after-sales/returned-goods'

/** What is proposed for goods that came back, by the reason of the after-sale. */

test.each([
  ['NOT_WANTED', 'restock'],
  ['WRONG_ITEM', 'restock'],
  ['LATE', 'restock'],
  ['QUALITY', 'writeOff'],
  ['DAMAGED', 'writeOff'],
  ['NOT_AS_DESCRIBED', null],
  ['OTHER', null],
] as const)('goods returned because of %s: %s', (reason, usual) =>
  expect(usualReturn(reason)).toBe(usual),
)

test('what is faulty is never proposed for sale again', () =>
  expect(AFTER_SALE_REASONS.filter((reason) => usualReturn(reason) === 'restock')).not.toEqual(
    expect.arrayContaining(['QUALITY', 'DAMAGED']),
  ))
