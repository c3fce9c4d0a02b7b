import type { Fen } from '@core/kernel/money'
import { unknownProvince } from '@core/kernel/provinces'
import type { Program } from '@core/kernel/settings'

/** What sending costs to some provinces, by weight: so much for the first grams, then by steps. */
export type FreightZone = {
  name: string
  /** Provinces by their full names; empty: everywhere that no other zone names. */
  provinces: string[]
  isServed: boolean
  firstGrams: number
  firstFen: Fen
  moreGrams: number
  moreFen: Fen
  /** Free from this amount of goods on; `null` never. */
  freeFromFen: Fen | null
}

/** The zones; exactly one of them is for everywhere else. */
export type FreightTable = FreightZone[]

/** One zone for the whole country: the table of a shop that has set none. */
export const defaultFreightTable = (program: Program): FreightTable => [
  {
    name: '全国',
    provinces: [],
    isServed: true,
    firstGrams: 1_000_000,
    firstFen: program.freightFen,
    moreGrams: 1_000,
    moreFen: 0,
    freeFromFen: program.freeFreightFromFen,
  },
]

/**
 * The zone of a province; an unknown province is everywhere else. While there is no address, the
 * order is assumed to go where the shop sends.
 */
export function zoneOf(table: FreightTable, province: string | null): FreightZone | undefined {
  const elsewhere = table.find((zone) => zone.provinces.length === 0)
  if (province !== null) return table.find((z) => z.provinces.includes(province)) ?? elsewhere
  return elsewhere?.isServed ? elsewhere : table.find((zone) => zone.isServed)
}

/** What sending this weight costs; a begun step is a whole one. */
export function freightFor(zone: FreightZone, grams: number): Fen {
  const more = Math.max(0, grams - zone.firstGrams)
  return zone.firstFen + Math.ceil(more / zone.moreGrams) * zone.moreFen
}

/** The fields of a table that are wrong, by their paths; empty when none is. */
export function freightErrors(table: FreightTable): string[] {
  const elsewhere = table.filter((zone) => zone.provinces.length === 0).length
  const named = table.flatMap((zone) => zone.provinces)
  const twice = named.find((name, at) => named.indexOf(name) !== at)
  const last = table.findLastIndex((zone) => twice && zone.provinces.includes(twice))
  const strangers = table.flatMap((zone, at) => {
    const place = unknownProvince(zone.provinces)
    return place < 0 ? [] : [`zones.${at}.provinces.${place}`]
  })
  return [
    ...strangers,
    ...(elsewhere === 1 ? [] : ['zones']),
    ...(twice === undefined ? [] : [`zones.${last}.provinces`]),
  ]
}
