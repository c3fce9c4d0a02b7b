import { buyerOf } from '@core/domain/imports/buyer'
import { cellText, titleText } from '@core/domain/imports/cell'
import { areRounded, ruinOf } from '@core/domain/imports/ruined'
import { saleStateOf } from '@core/domain/imports/state'

describe('a cell', () => {
  test.each([
    ['="u1"', 'u1'],
    ["'u1", 'u1'],
    ["'u1'", 'u1'],
    ['`u1', 'u1'],
    ['’u1', 'u1'],
    ['\tu1\t', 'u1'],
    ['＝"u1"', 'u1'],
    ['Ｕ１', 'U1'],
    ['u\u200b1\ufeff', 'u1'],
    ['\u202eu1\u202c', 'u1'],
    ['u\u00a01', 'u 1'],
    ['\u3000u1\u3000', 'u1'],
    ["O'Neil", "O'Neil"],
    ['', ''],
    ['\u200b\u3164', ''],
  ])('%j says %j', (cell, text) => expect(cellText(cell)).toBe(text))

  test.each([
    ["'70S ALPHABET", "'70S ALPHABET"],
    ['="龙井"', '龙井'],
    ['龙井（明前）', '龙井（明前）'],
    ['龙\u200b井', '龙井'],
  ])('as a title %j is %j', (cell, title) => expect(titleText(cell)).toBe(title))
})

describe('a key', () => {
  test.each([
    ['1.78455E+18', 'ROUNDED'],
    ['1.78455e18', 'ROUNDED'],
    ['1E+18', 'ROUNDED'],
    ['1e18', 'ROUNDED'],
    ['-1.5E+10', 'ROUNDED'],
    ['1784550000000123136.0', 'ROUNDED'],
    ['=A1', 'FORMULA'],
    ['#REF!', 'FORMULA'],
    ['#DIV/0!', 'FORMULA'],
    ['#NAME?', 'FORMULA'],
    ['#N/A', 'FORMULA'],
    ['####', 'FORMULA'],
    ['订单\ufffd', 'GARBLED'],
    ['锟斤拷', 'GARBLED'],
    ['12E50', null],
    ['90141E', null],
    ['E10', null],
    ['#1024', null],
    ['1784550000000123136', null],
    ['2026-0301', null],
  ])('%j: %s', (key, ruin) => expect(ruinOf(key)).toBe(ruin))

  test.each([
    ['one of nineteen digits', [{ digits: 19, count: 1, zeroEnded: 1 }], true],
    ['all of sixteen digits', [{ digits: 16, count: 10, zeroEnded: 10 }], true],
    ['one of sixteen digits', [{ digits: 16, count: 1, zeroEnded: 1 }], false],
    ['a tenth of sixteen digits', [{ digits: 16, count: 1_000, zeroEnded: 100 }], false],
    ['one of a thousand of eighteen', [{ digits: 18, count: 1_000, zeroEnded: 1 }], false],
    ['ten of a thousand of nineteen', [{ digits: 19, count: 1_000, zeroEnded: 10 }], true],
    ['none', [{ digits: 19, count: 1_000, zeroEnded: 0 }], false],
    ['no long numbers', [], false],
  ])('zeros at the end of %s are rounding: %#', (_what, groups, is) =>
    expect(areRounded(groups)).toBe(is),
  )
})

describe('a customer', () => {
  test.each(
    '-|—|/|.|0|00|null|NULL|<null>|nil|None|NaN|undefined|N/A|n/a|NA|#N/A|\\N|unknown|guest'
      .split('|')
      .concat(
        '无|没有|暂无|未知|匿名|匿名用户|匿名买家|游客|散客|非会员|已注销|（无）|??'.split('|'),
      ),
  )('called %j is nobody', (cell) => expect(buyerOf(cell)).toEqual({ kind: 'nobody' }))

  test.each(['138****6021', '138••••6021', '138xxxx6021', '张*', '**', 't**8', '林＊'])(
    'called %j is masked',
    (cell) => expect(buyerOf(cell)).toEqual({ kind: 'masked' }),
  )

  test.each([
    ['+86 138 0000 6021', '13800006021'],
    ['0086-13800006021', '13800006021'],
    ['(+86)13800006021', '13800006021'],
    ['86 138-0000-6021', '13800006021'],
    ['１３８００００６０２１', '13800006021'],
    ['12800006021', '12800006021'],
    ['010-88886666', '010-88886666'],
    ['17850.0', '17850'],
    ['无双', '无双'],
    ['null-42', 'null-42'],
    ['张三', '张三'],
  ])('called %j is %j', (cell, id) => expect(buyerOf(cell)).toEqual({ kind: 'customer', id }))
})

describe('the state of an order', () => {
  test.each([
    ['sale', '交易成功 已完成 已发货 待发货 待收货 已签收 待评价 买家已付款 等待卖家发货 货到付款'],
    ['sale', '退款中 申请退款 退款关闭 退款失败 拒绝退款 未退款 无退款 无 售后关闭 已核销 未发货'],
    ['sale', 'paid shipped delivered completed TRADE_FINISHED WAIT_SELLER_SEND_GOODS SUCCESS'],
    ['none', '交易关闭 已关闭 已取消 取消 退款成功 已退款 全额退款 待付款 等待买家付款 未付款'],
    ['none', '待支付 支付失败 付款超时 作废 已作废 无效 已退货 退货退款成功 拒收 待付尾款'],
    ['none', 'cancelled canceled closed void refunded REFUND NOTPAY unpaid pending WAIT_BUYER_PAY'],
    ['part', '部分退款 部分退款成功 已部分退款 partially_refunded'],
    ['unknown', '挂起 ??? 甲'],
  ] as const)('says %s: %s', (says, states) => {
    for (const state of states.split(' ')) {
      expect([state, saleStateOf(state, {})]).toEqual([state, says])
    }
  })

  test('left empty is a sale, and a declared one is what was declared', () => {
    expect(saleStateOf(' ', {})).toBe('sale')
    expect(saleStateOf('挂起', { 挂起: 'none' })).toBe('none')
    expect(saleStateOf('constructor', {})).toBe('unknown')
  })
})
