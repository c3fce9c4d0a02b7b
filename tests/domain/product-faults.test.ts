import { checkProduct, type ProductDraft } from '@core/domain/products/product-errors'
import { draftProduct } from '../builders/catalog'

const NOON = Date.parse('2026-03-14T12:00:00+08:00')
const field = (id: string, label: string, choices: string[] = []) => ({
  id,
  label,
  kind: choices.length > 0 ? ('choice' as const) : ('text' as const),
  choices,
  maxLength: 10,
  isRequired: false,
})
const size = { name: '规格', values: ['小', '大'] }
const skus = (...values: string[][]) =>
  values.map((each, at) => ({ id: `s${at}`, values: each, priceFen: 100, marketFen: null }))

const faultOf = (draft: Partial<ProductDraft>) => {
  const answer = checkProduct({ ...draftProduct({ id: 'one' }), ...draft })
  return answer.ok ? null : answer.error
}

describe('a product that contradicts itself is refused with the field', () => {
  it.each<[string, Partial<ProductDraft>, string, string]>([
    ['a dimension twice', { dimensions: [size, size] }, 'DIMENSION_TWICE', 'dimensions.1.name'],
    [
      'a value twice',
      { dimensions: [{ name: '规格', values: ['小', '小'] }] },
      'DIMENSION_TWICE',
      'dimensions.0.values',
    ],
    [
      'a SKU of another shape',
      { dimensions: [size], skus: skus(['小'], ['中']) },
      'SKU_MISMATCH',
      'skus.1.values',
    ],
    ['a SKU too many dimensions', { skus: skus(['小']) }, 'SKU_MISMATCH', 'skus.0.values'],
    [
      'a choice twice',
      { dimensions: [size], skus: skus(['小'], ['小']) },
      'SKU_TWICE',
      'skus.1.values',
    ],
    [
      'an id twice',
      { dimensions: [size], skus: [...skus(['小']), ...skus(['大'])] },
      'SKU_TWICE',
      'skus.1.id',
    ],
    [
      'a market price that is no more',
      { skus: [{ ...skus([])[0]!, marketFen: 100 }] },
      'MARKET_BELOW_PRICE',
      'skus.0.marketFen',
    ],
    [
      'early access to nothing',
      { earlyAccess: { tier: 'gold', from: NOON } },
      'EARLY_WITHOUT_LAUNCH',
      'earlyAccess',
    ],
    [
      'early access at the launch',
      { launchAt: NOON, earlyAccess: { tier: 'gold', from: NOON } },
      'EARLY_AFTER_LAUNCH',
      'earlyAccess.from',
    ],
    [
      'more per order than per member',
      { limits: { perMember: 2, perOrder: 3 } },
      'ORDER_ABOVE_MEMBER',
      'limits.perOrder',
    ],
    [
      'a field twice',
      { fields: [field('a', '刻字'), field('a', '别的')] },
      'FIELD_TWICE',
      'fields.1.id',
    ],
    [
      'a label twice',
      { fields: [field('a', '刻字'), field('b', '刻字')] },
      'FIELD_TWICE',
      'fields.1.label',
    ],
    [
      'a choice of nothing',
      { fields: [{ ...field('a', '颜色', ['红']), choices: [] }] },
      'CHOICES_ODD',
      'fields.0.choices',
    ],
    [
      'a text with choices',
      { fields: [{ ...field('a', '刻字'), choices: ['红'] }] },
      'CHOICES_ODD',
      'fields.0.choices',
    ],
    [
      'a service twice',
      { services: [1, 2].map(() => ({ id: 'wrap', name: '包装', priceFen: 1, note: '' })) },
      'SERVICE_TWICE',
      'services.1.id',
    ],
  ])('%s', (_, draft, code, at) => expect(faultOf(draft)).toEqual({ code, field: at }))

  it('and what agrees is not', () => {
    const draft = {
      dimensions: [size],
      skus: skus(['小'], ['大']),
      launchAt: NOON,
      earlyAccess: { tier: 'gold' as const, from: NOON - 1 },
      limits: { perMember: 2, perOrder: 2 },
      fields: [field('a', '刻字'), field('b', '颜色', ['红', '白'])],
    }
    expect(faultOf(draft)).toBeNull()
  })
})
