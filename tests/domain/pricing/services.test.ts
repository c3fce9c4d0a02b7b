import { WHOLE_SHOP_SCOPE } from '@core/domain/promotions/scope'
import { activity, grant, line, material, member, priced } from '../../builders/pricing'

const services = [
  { id: 'wrap', name: '礼品包装', priceFen: 1_000 },
  { id: 'card', name: '手写卡片', priceFen: 300 },
]
const tea = line('tea', 10_000, { quantity: 2, services })

describe('S1-26 a paid service on a line', () => {
  it('is a line of its own, charged for every piece', () => {
    const { lines, goodsFen, totalFen } = priced(material([tea]))
    expect(lines).toMatchObject([
      { key: 'tea', kind: 'goods', parentKey: null, amountFen: 20_000 },
      { key: 'tea+wrap', kind: 'service', parentKey: 'tea', name: '礼品包装', amountFen: 2_000 },
      { key: 'tea+card', kind: 'service', sourceId: 'card', quantity: 2, amountFen: 600 },
    ])
    expect([goodsFen, totalFen]).toEqual([22_600, 22_600])
  })

  it('no promotion or coupon makes it cheaper, and it does not count towards any', () => {
    const promotions = [
      activity('timePrice', {
        prices: [{ skuId: 'tea', priceFen: 9_000, stock: null }],
        perMemberMax: 1,
      }),
      activity('tierPrice', { scope: WHOLE_SHOP_SCOPE, percents: { basic: 90 }, prices: [] }),
      activity('spendOff', {
        scope: WHOLE_SHOP_SCOPE,
        steps: [{ fromFen: 18_000, offFen: 9_000 }],
      }),
    ]
    const more = { promotions, buyer: member(), grants: [grant('g', 99_999)] }
    const bill = priced(material([tea], more), { grantId: 'g' })
    expect(bill.lines.map(({ payableFen }) => payableFen)).toEqual([0, 2_000, 600])
    const short = activity('spendOff', {
      scope: WHOLE_SHOP_SCOPE,
      steps: [{ fromFen: 20_001, offFen: 1 }],
    })
    const below = priced(material([tea], { promotions: [short] }))
    expect(below.skipped).toMatchObject([{ missingFen: 1 }])
  })

  it('is paid by points as the goods are', () => {
    const bill = priced(material([tea], { buyer: member('basic', 11_300) }), { points: 11_300 })
    expect(bill.lines.map(({ pointsFen }) => pointsFen)).toEqual([10_000, 1_000, 300])
  })
})
