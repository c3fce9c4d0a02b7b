import { shortProvince } from '@core/kernel/provinces'

/** A province with its cities, and each with its districts, by the names that WeChat uses. */
export type Region = { name: string; cities: readonly City[] }

/** A city, which may have no districts. */
export type City = { name: string; districts: readonly string[] }

/** The part of an address that is chosen from lists. */
export type RegionNames = { province: string; city: string; district: string }

/** A region that a text names, and where in it. */
export type FoundRegion = RegionNames & { from: number; to: number }

/** What stands between the parts of a region. */
const GAP = /^[\s,;/|·-]+/
/** Words of registers between a province and its districts, which name nothing. */
const FILLER = /^(?:市辖区|省直辖县级行政区划|自治区直辖县级行政区划)/
/** The endings of cities, which many leave out: 杭州, 恩施. */
const CITY_ENDING =
  /(?:市|地区|盟|(?:哈萨克|蒙古|柯尔克孜|(?:藏|土家|苗|傣|彝|哈尼|白|景颇|傈僳|回|朝鲜|羌|布依|侗|壮)族)*自治州)$/

type Step = { text: string; at: number }

/**
 * The region that a text names most completely, the first of equals. A province may lack its
 * ending, a city its ending or its province, and a county-level city its prefecture; `null` when
 * none is named.
 */
export function findRegion(text: string, regions: readonly Region[]): FoundRegion | null {
  let best: FoundRegion | null = null
  for (let from = 0; from < text.length; from += 1) {
    const found = regionAt({ text, at: from }, regions)
    if (found && (best === null || weight(found) > weight(best))) best = { ...found, from }
  }
  return best
}

type Ending = RegionNames & { to: number }

/** A district says more than a long name of a province; the text that it took decides the rest. */
const weight = (found: Ending & { from?: number }): number =>
  (found.province ? 100 : 0) + (found.city ? 100 : 0) + (found.district ? 100 : 0)

function regionAt(step: Step, regions: readonly Region[]): Ending | null {
  for (const region of regions) {
    const after = isBegun(step, region.name) ? afterProvince(step, region) : null
    if (after !== null) return withinProvince({ text: step.text, at: after }, region)
  }
  for (const region of regions) {
    // Registers call the counties of Chongqing a city named 县, which means nothing by itself.
    const named = longestCity(
      step,
      region.cities.filter(({ name }) => name.length > 1),
    )
    if (named !== null) return withinCity({ text: step.text, at: named.after }, region, named.city)
  }
  return districtAlone(step, regions)
}

/** `浙江省`, or `浙江` where more of an address follows. */
function afterProvince(step: Step, { name }: Region): number | null {
  return afterName(step, [name, ...shortNames(name)])
}

/** The city whose name takes most of the text: 嘉义县, and not 嘉义市 without its ending. */
function longestCity(step: Step, cities: readonly City[]): { city: City; after: number } | null {
  const named = cities.flatMap((city) => {
    const { name } = city
    const after = isBegun(step, name) ? afterName(step, [name, ...shortCity(name)]) : null
    return after === null ? [] : [{ city, after }]
  })
  return named.sort((one, other) => other.after - one.after)[0] ?? null
}

/** Every spelling of a name has its first two characters. */
const isBegun = ({ text, at }: Step, name: string): boolean => text.startsWith(name.slice(0, 2), at)

const shortNames = (province: string): string[] => {
  const short = shortProvince(province)
  return [`${short}省`, `${short}市`, `${short}自治区`, short]
}

const shortCity = (city: string): string[] => {
  const short = city.replace(CITY_ENDING, '')
  return short.length >= 2 && short !== city ? [short] : []
}

function withinProvince(step: Step, region: Region): Ending {
  const start = { text: step.text, at: skipped(step) }
  const named = longestCity(start, region.cities)
  if (named !== null) return withinCity({ text: step.text, at: named.after }, region, named.city)
  for (const city of region.cities) {
    const inner = withinCity(start, region, city)
    if (inner.district) return inner
  }
  const [only] = region.cities
  const city = region.cities.length === 1 && only ? only.name : ''
  return { province: region.name, city, district: '', to: step.at }
}

function withinCity(step: Step, region: Region, city: City): Ending {
  const { text } = step
  const names = { province: region.name, city: city.name }
  // One city has a district that is called like the registers' filler: 嘉峪关市市辖区.
  for (const at of [step.at + gapAt(step), skipped(step)]) {
    const district = longestFirst(city.districts).find((name) => text.startsWith(name, at))
    if (district !== undefined) return { ...names, district, to: at + district.length }
  }
  return { ...names, district: '', to: step.at }
}

const gapAt = ({ text, at }: Step): number => GAP.exec(text.slice(at))?.[0].length ?? 0

/** A district without its city, when only one in the country is called so: 义乌市. */
function districtAlone({ text, at }: Step, regions: readonly Region[]): Ending | null {
  const found = regions.flatMap((region) =>
    region.cities.flatMap((city) =>
      city.districts
        .filter(
          (district) =>
            district.length >= 3 && district !== '市辖区' && text.startsWith(district, at),
        )
        .map((district) => ({ province: region.name, city: city.name, district })),
    ),
  )
  const [only] = found
  return only && found.length === 1 ? { ...only, to: at + only.district.length } : null
}

/** Where the text goes on after one of the names, the longest first; `null` without any. */
function afterName({ text, at }: Step, names: readonly string[]): number | null {
  const name = longestFirst(names).find((one) => text.startsWith(one, at))
  return name === undefined ? null : at + name.length
}

const longestFirst = (names: readonly string[]): string[] =>
  [...names].sort((a, b) => b.length - a.length)

function skipped({ text, at }: Step): number {
  const rest = text.slice(at)
  const bare = rest.replace(GAP, '').replace(FILLER, '').replace(GAP, '')
  return at + rest.length - bare.length
}
