import type { FreightTable } from '@core/domain/freight/freight-table'

const zone = { isServed: true, firstGrams: 1_000, moreGrams: 1_000, freeFromFen: 99_00 }

/** The freight table of the demo shop. */
export const freight: FreightTable = [
  {
    ...zone,
    name: '江浙沪',
    provinces: ['上海市', '江苏省', '浙江省'],
    firstFen: 6_00,
    moreFen: 1_00,
  },
  {
    ...zone,
    name: '新疆、西藏',
    provinces: ['西藏自治区', '新疆维吾尔自治区'],
    firstFen: 18_00,
    moreFen: 10_00,
    freeFromFen: 299_00,
  },
  {
    ...zone,
    name: '港澳台',
    provinces: ['台湾省', '香港特别行政区', '澳门特别行政区'],
    isServed: false,
    firstFen: 0,
    moreFen: 0,
    freeFromFen: null,
  },
  { ...zone, name: '其他地区', provinces: [], firstFen: 8_00, moreFen: 3_00 },
]
