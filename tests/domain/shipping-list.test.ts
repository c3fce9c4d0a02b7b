import { type ListError, parseShippingList } from '@core/domain/orders/shipping-list'

const ID = 'm8x2k1q9p0abcdefgh123456'
const parsed = (text: string) => parseShippingList(text).map(({ parcel, error }) => parcel ?? error)
const good = (carrier = '圆通速递', trackingNumber = 'YT8962646785389') => ({
  orderId: ID,
  carrier,
  trackingNumber,
})

it.each([
  ['commas', `${ID},圆通,YT8962646785389`],
  ['Chinese commas', `${ID}，圆通速递，YT8962646785389`],
  ['tabs', `${ID}\t圆通\tYT8962646785389`],
  ['blanks', `${ID}  圆通   YT8962646785389`],
  ['full-width letters and invisible characters', `\u200b${ID}，ＹＴＯ，ＹＴ8962646785389\u200e`],
  ['the number before the carrier', `${ID},YT8962646785389,圆通`],
  ['no carrier, which the number tells', `${ID} YT8962646785389`],
  ['an empty column', `${ID},,YT8962646785389,`],
  ['a spreadsheet’s guards', `"${ID}","圆通","=""YT8962646785389"""`],
  ['a guard by apostrophe', `${ID},'圆通,'YT8962646785389`],
  ['small letters and groups', `${ID}, 圆通, yt 8962 6467 85389`],
  ['a Windows line end', `${ID},圆通,YT8962646785389\r\n\r\n`],
  ['headings above', `订单号,快递公司,快递单号\n${ID},圆通,YT8962646785389`],
])('reads a line with %s', (_, text) => {
  expect(parsed(text)).toEqual([good()])
})

it.each<[what: string, text: string, error: ListError]>([
  ['only an order', ID, { code: 'COLUMNS' }],
  ['only a number', 'YT8962646785389', { code: 'COLUMNS' }],
  ['no order number', '圆通 YT8962646785389', { code: 'COLUMNS' }],
  ['no number', `${ID},圆通`, { code: 'TRACKING_NUMBER', text: '圆通' }],
  ['a number too short', `${ID},圆通,YT12`, { code: 'TRACKING_NUMBER', text: 'YT12' }],
  ['a rounded number', `${ID},中通,7.36106E+13`, { code: 'ROUNDED', text: '7.36106E+13' }],
  ['a stranger', `${ID},隔壁老王,LW00000001`, { code: 'CARRIER_UNKNOWN', text: '隔壁老王' }],
  [
    'a number of several carriers',
    `${ID},1207119765021`,
    { code: 'CARRIER_NEEDED', candidates: ['EMS', '邮政快递包裹', '韵达速递'] },
  ],
  ['a number of nobody', `${ID},5685685685685685`, { code: 'CARRIER_NEEDED', candidates: [] }],
])('says what is wrong with a line with %s', (_, text, error) => {
  expect(parsed(text)).toEqual([error])
})

it('refuses an order, and a number, that an earlier line has', () => {
  const other = ID.replace('m8', 'n9')
  const text = [
    `${ID} YT8962646785389`,
    '',
    `${ID} YT8962646785380`,
    `${other} YT8962646785389`,
  ].join('\n')
  const lines = parseShippingList(text)
  expect(lines.map(({ line }) => line)).toEqual([1, 3, 4])
  expect(lines.map(({ error }) => error)).toEqual([
    undefined,
    { code: 'ORDER_TWICE', line: 1 },
    { code: 'NUMBER_TWICE', line: 1 },
  ])
})

it('reads nothing of nothing', () => {
  expect(parseShippingList(' \n，,\t\n')).toEqual([])
})
