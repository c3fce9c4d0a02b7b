import type { ProductView, SkuView } from '@core/contract/storefront'
import { chosenSku, initialChoice, isPickAvailable, togglePick } from '@/components/sku-choice'

const sku = (id: string, values: string[], available: number): SkuView => ({
  id,
  values,
  available,
  priceFen: 6_800,
  marketFen: null,
  picture: '',
})

/** Two sizes, each plain or in a gift box; the small gift box is sold out. */
const SKUS = [
  sku('s-plain', ['250g', '裸罐'], 5),
  sku('s-gift', ['250g', '礼盒'], 0),
  sku('l-plain', ['500g', '裸罐'], 5),
  sku('l-gift', ['500g', '礼盒'], 5),
]

const product = (skus: SkuView[]) =>
  ({
    skus,
    dimensions: [
      { name: '容量', values: ['250g', '500g'] },
      { name: '包装', values: ['裸罐', '礼盒'] },
    ],
  }) as ProductView

describe('choosing a SKU', () => {
  test.each([
    [['500g', '礼盒'], 'l-gift'],
    [['500g', null], null],
    [['1kg', '礼盒'], null],
  ])('%j selects %s', (choice, id) => {
    expect(chosenSku(SKUS, choice)?.id ?? null).toBe(id)
  })

  test.each([
    [['250g', null], { dimension: 1, value: '礼盒' }, false],
    [['250g', null], { dimension: 1, value: '裸罐' }, true],
    [[null, '礼盒'], { dimension: 0, value: '250g' }, false],
    [[null, null], { dimension: 0, value: '250g' }, true],
  ])('with %j, %j is available: %s', (choice, pick, available) => {
    expect(isPickAvailable(SKUS, choice, pick)).toBe(available)
  })

  test('a second tap on a value clears it', () => {
    expect(togglePick(SKUS, ['500g', '礼盒'], { dimension: 1, value: '礼盒' })).toEqual([
      '500g',
      null,
    ])
  })

  test('a value that no SKU has beside the others clears them', () => {
    const skus = SKUS.filter(({ id }) => id !== 's-gift')
    const choice = togglePick(skus, ['500g', '礼盒'], { dimension: 0, value: '250g' })
    expect(choice).toEqual(['250g', null])
  })

  test('a SKU that is sold out can be chosen, to be told when it is back', () => {
    const choice = togglePick(SKUS, ['500g', '礼盒'], { dimension: 0, value: '250g' })
    expect(chosenSku(SKUS, choice)?.id).toBe('s-gift')
  })

  test('starts with the first SKU in stock, else with the first', () => {
    expect(initialChoice(product(SKUS.slice(1)))).toEqual(['500g', '裸罐'])
    expect(initialChoice(product(SKUS.slice(1, 2)))).toEqual(['250g', '礼盒'])
  })
})
