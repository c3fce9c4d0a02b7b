import {
  CARRIERS,
  COMMON_CARRIERS,
  carrierCode,
  findCarrier,
  searchCarriers,
} from '@core/domain/orders/carriers'
import { proposeCarrier, recognizeCarriers } from '@core/domain/orders/tracking-number'

describe('the list of carriers', () => {
  it('names each once, by a code of its own, and no two share a name', () => {
    expect(CARRIERS.length).toBeGreaterThan(400)
    const names = CARRIERS.map(({ name }) => name)
    const codes = CARRIERS.map(({ code }) => code)
    expect(new Set(names).size).toBe(names.length)
    expect(new Set(codes).size).toBe(codes.length)
    for (const { code, name, aliases } of CARRIERS) {
      expect([code, name, ...aliases].every((one) => one === one.trim() && one !== '')).toBe(true)
      expect(name.length).toBeLessThanOrEqual(20)
    }
  })

  it.each([
    ['顺丰', 'SF'],
    ['顺丰快递', 'SF'],
    ['顺丰上门取件', 'SF'],
    [' sf ', 'SF'],
    ['中通快递', 'ZTO'],
    ['中通快运', 'ZTOKY'],
    ['ＹＴＯ', 'YTO'],
    ['圆通速递', 'YTO'],
    ['申通', 'STO'],
    ['韵达', 'YD'],
    ['YUNDA', 'YD'],
    ['极兔速递', 'JTSD'],
    ['J&T', 'JTSD'],
    ['京东物流', 'JD'],
    ['京东快运', 'JDKY'],
    ['邮政', 'YZPY'],
    ['ems', 'EMS'],
    ['德邦', 'DBL'],
    ['德邦物流', 'DBLKY'],
    ['菜鸟', 'DNWL'],
    ['百世快运', 'BTWL'],
    ['壹米滴答', 'YMDD'],
    ['DHL Global Mail', 'DHLGM'],
    ['日本邮政', 'JP'],
    ['隔壁快运(GBKY)', 'GBKY'],
    ['隔壁老王', null],
    ['南方某快递', null],
    ['', null],
  ])('%s is %s', (name, code) => {
    expect(carrierCode(name)).toBe(code)
  })

  it('finds by name, code or alias, beginnings first; the common ones without a word', () => {
    expect(searchCarriers('')).toEqual(COMMON_CARRIERS)
    expect(searchCarriers('通').map(({ name }) => name)).toContain('中通快递')
    expect(searchCarriers('zto')[0]?.name).toBe('中通快递')
    expect(searchCarriers('快运').length).toBeGreaterThan(3)
    expect(searchCarriers('邮政').length).toBeLessThanOrEqual(30)
    expect(searchCarriers('没有这家')).toEqual([])
    expect(findCarrier('没有这家')).toBeNull()
  })
})

describe('a tracking number', () => {
  it.each([
    ['SF1385628716739', ['SF']],
    ['sf 1385 6287 16739', ['SF']],
    ['YT8962646785389', ['YTO']],
    ['JT5261988016578', ['JTSD']],
    ['JDX024407261700', ['JD']],
    ['JD0123456789012-1-1-', ['JD']],
    ['DPK202252612836', ['DBL']],
    ['73610555582883', ['ZTO']],
    ['75312345678901', ['ZTO']],
    ['78912345678901', ['ZTO']],
    ['773277027280336', ['STO']],
    ['463431409940372', ['YD']],
    ['EA123456789CN', ['EMS']],
    ['RA123456789CN', ['YZPY', 'EMS', 'GJYZ']],
    ['9812345678901', ['YZPY', 'EMS']],
    ['1207119765021', ['EMS', 'YZPY', 'YD']],
    ['123456789012', ['SF', 'STO', 'YTO', 'ZTO']],
    ['5685685685685685', []],
    ['', []],
    ['单号', []],
  ])('%s looks like %j', (number, codes) => {
    expect(recognizeCarriers(number).map(({ code }) => code)).toEqual(codes)
  })

  it.each([
    ['its own carrier', 'YT8962646785389', '顺丰速运', '圆通速递', true, 0],
    [
      'the last one used, when it is among several',
      '123456789012',
      '申通快递',
      '申通快递',
      false,
      4,
    ],
    ['nothing, when the last one used is not', '123456789012', '极兔速递', '', false, 4],
    ['nothing of several, when none was used', '1207119765021', '', '', false, 3],
    [
      'the last one used, when it is nobody’s',
      '5685685685685685',
      '德邦快递',
      '德邦快递',
      false,
      0,
    ],
  ])('proposes %s', (_, number, lastUsed, name, isRecognized, candidates) => {
    const proposed = proposeCarrier(number, lastUsed)
    expect(proposed).toMatchObject({ name, isRecognized })
    expect(proposed.candidates).toHaveLength(candidates)
  })
})
