import { savedHomeOf } from '@core/data/storefront/home-content'
import {
  arrangedBlocks,
  bannersChangeAt,
  DEFAULT_BLOCKS,
  isBannerShown,
} from '@core/domain/storefront/home'
import { homeBanner } from '../builders/home'

describe('a banner’s time', () => {
  it.each([
    [{}, true],
    [{ isOn: false }, false],
    [{ from: 1_000 }, true],
    [{ from: 1_001 }, false],
    [{ until: 1_001 }, true],
    [{ until: 1_000 }, false],
    [{ from: 999, until: 1_001 }, true],
    [{ from: 1, until: 2 }, false],
  ])('%j at 1,000: shown is %s', (more, isShown) => {
    expect(isBannerShown(homeBanner(more), 1_000)).toBe(isShown)
  })

  it('changes at the first moment to come of one that is on', () => {
    const banners = [
      homeBanner({ from: 3_000, until: 9_000 }),
      homeBanner({ until: 2_000 }),
      homeBanner({ until: 1_500, isOn: false }),
      homeBanner({ from: 500 }),
    ]
    expect(bannersChangeAt(banners, 1_000)).toBe(2_000)
    expect(bannersChangeAt(banners, 9_000)).toBeNull()
  })
})

describe('a stored home', () => {
  it('of an earlier release has its one banner and the parts in their first order', () => {
    const banner = { eyebrow: '春', title: '龙井', note: '', picture: 'teapot', productId: 'tea' }
    const { version, content } = savedHomeOf({
      _id: 'home',
      shopName: '山野',
      banner,
      hotWords: ['茶'],
    })
    expect(version).toBe(0)
    expect(content).toMatchObject({
      shopName: '山野',
      hotWords: ['茶'],
      banners: [{ title: '龙井', link: { kind: 'product', id: 'tea' }, isOn: true, from: null }],
      blocks: DEFAULT_BLOCKS,
    })
  })

  it('of a shop that never had a banner has none', () => {
    const banner = { eyebrow: '', title: '', note: '', picture: '', productId: '' }
    expect(savedHomeOf({ _id: 'home', shopName: '店', banner }).content.banners).toEqual([])
    expect(savedHomeOf(null)).toMatchObject({ version: 0, content: { banners: [] } })
  })

  it('gets a part that a later release adds behind the others, hidden, before the list', () => {
    const known = DEFAULT_BLOCKS.filter(({ block }) => block !== 'articles')
    const arranged = arrangedBlocks([...known].reverse())
    expect(arranged.at(-1)).toEqual({ block: 'products', isShown: true })
    expect(arranged.at(-2)).toEqual({ block: 'articles', isShown: false })
    expect(arranged).toHaveLength(DEFAULT_BLOCKS.length)
  })
})
