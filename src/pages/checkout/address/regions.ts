import type { City, Region } from '@core/domain/addresses/region'
import { areaList } from '@vant/area-data'

/** Characters of a code that name the province, and those that name the city. */
const [PROVINCE_DIGITS, CITY_DIGITS] = [2, 4]

let regions: readonly Region[] | null = null

/** All provinces, cities and districts by the names that WeChat uses; built on first use. */
export const allRegions = (): readonly Region[] => (regions ??= readRegions())

function readRegions(): Region[] {
  const { province_list: provinces, city_list: cities, county_list: districts } = areaList
  const districtsOf = grouped(districts, CITY_DIGITS)
  const citiesOf = grouped(cities, PROVINCE_DIGITS)
  return Object.entries(provinces).map(([code, name]) => ({
    name,
    cities: (citiesOf.get(code.slice(0, PROVINCE_DIGITS)) ?? []).map(
      ([cityCode, city]): City => ({
        name: city,
        districts: (districtsOf.get(cityCode.slice(0, CITY_DIGITS)) ?? []).map(([, one]) => one),
      }),
    ),
  }))
}

function grouped(names: Record<string, string>, digits: number): Map<string, [string, string][]> {
  const groups = new Map<string, [string, string][]>()
  for (const [code, name] of Object.entries(names)) {
    const key = code.slice(0, digits)
    groups.set(key, [...(groups.get(key) ?? []), [code, name]])
  }
  return groups
}
