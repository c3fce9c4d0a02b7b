import type { FreightInput } from '@core/contract/freight'
import type { FreightTable, FreightZone } from '@core/domain/freight/freight-table'
import { formatFen } from '@core/kernel/money'
import { fail, ok, type Result } from '@core/kernel/result'
import { amountOf, wholeOf } from '@/pages/admin/form/numbers'

/** A zone in the form: numbers are texts until they are saved. */
export type ZoneForm = {
  name: string
  /** Empty: everywhere that no other zone names. */
  provinces: string[]
  isServed: boolean
  firstGrams: string
  first: string
  moreGrams: string
  more: string
  freeFrom: string
}

/** What is wrong with a table: `field` is a path of it. */
export type FreightError = { code: string; field: string }

const yuan = (fen: number): string => formatFen(fen).replace(/\.00$/, '')

const zoneForm = (zone: FreightZone): ZoneForm => ({
  name: zone.name,
  provinces: zone.provinces,
  isServed: zone.isServed,
  firstGrams: String(zone.firstGrams),
  first: yuan(zone.firstFen),
  moreGrams: String(zone.moreGrams),
  more: yuan(zone.moreFen),
  freeFrom: zone.freeFromFen === null ? '' : yuan(zone.freeFromFen),
})

/** A stored table as the form holds it: everywhere else comes last. */
export const formOf = (table: FreightTable): ZoneForm[] => [
  ...table.filter(({ provinces }) => provinces.length > 0).map(zoneForm),
  ...table.filter(({ provinces }) => provinces.length === 0).map(zoneForm),
]

/** A zone to begin with. */
export const blankZone = (): ZoneForm => ({
  name: '',
  provinces: [],
  isServed: true,
  firstGrams: '1000',
  first: '',
  moreGrams: '1000',
  more: '',
  freeFrom: '',
})

/** The table that a form says; the last zone is for everywhere else. */
export function tableOf(zones: readonly ZoneForm[]): Result<FreightInput['zones'], FreightError> {
  const table: FreightInput['zones'] = []
  for (const [at, zone] of zones.entries()) {
    const isElsewhere = at === zones.length - 1
    const fault = zoneFault(zone, isElsewhere)
    if (fault) return fail({ ...fault, field: `zones.${at}.${fault.field}` })
    const { name, provinces, isServed, freeFrom } = zone
    table.push({
      name: name.trim(),
      provinces: isElsewhere ? [] : provinces,
      isServed,
      firstGrams: wholeOf(zone.firstGrams) ?? 1,
      firstFen: amountOf(zone.first) ?? 0,
      moreGrams: wholeOf(zone.moreGrams) ?? 1,
      moreFen: amountOf(zone.more) ?? 0,
      freeFromFen: amountOf(freeFrom),
    })
  }
  return ok(table)
}

function zoneFault(zone: ZoneForm, isElsewhere: boolean): FreightError | null {
  if (zone.name.trim() === '') return { code: 'MISSING', field: 'name' }
  if (!isElsewhere && zone.provinces.length === 0) return { code: 'MISSING', field: 'provinces' }
  if (!zone.isServed) return null
  const numbers = {
    firstGrams: wholeOf(zone.firstGrams),
    firstFen: amountOf(zone.first),
    moreGrams: wholeOf(zone.moreGrams),
    moreFen: amountOf(zone.more),
  }
  const missing = Object.entries(numbers).find(([, value]) => value === null)
  if (missing) return { code: 'MISSING', field: missing[0] }
  const odd = Object.entries({ ...numbers, freeFromFen: amountOf(zone.freeFrom) }).find(
    ([, value]) => Number.isNaN(value),
  )
  return odd ? { code: 'NUMBER_ODD', field: odd[0] } : null
}
