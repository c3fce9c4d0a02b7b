import type { FreightInput } from '@core/contract/freight'
import type { FreightTable, FreightZone } from '@core/domain/freight/freight-table'
import { ok, type Result } from '@core/kernel/result'
import type { FieldSpecs } from '@/pages/admin/form/field-spec'
import { type FieldError, FormReader } from '@/pages/admin/form/form-reader'
import { amountText, parseAmount, parseWhole } from '@/pages/admin/form/numbers'

/** A zone in the form, with numbers as texts until it is saved. */
export type ZoneForm = {
  name: string
  /** Empty: every province that no other zone names. */
  provinces: string[]
  isServed: boolean
  firstGrams: string
  first: string
  moreGrams: string
  more: string
  freeFrom: string
}

/** The described fields of a zone. */
export const ZONE_FIELDS = {
  name: {
    input: 'text',
    path: 'name',
    label: '名字',
    max: 20,
    placeholder: '账单上显示，如 江浙沪',
  },
  firstGrams: {
    input: 'whole',
    path: 'firstGrams',
    label: '首重',
    max: 7,
    placeholder: '如 1000',
    unit: '克',
  },
  first: { input: 'amount', path: 'firstFen', label: '首重运费', max: 7, placeholder: '如 8' },
  moreGrams: {
    input: 'whole',
    path: 'moreGrams',
    label: '每续重',
    name: '续重',
    max: 7,
    placeholder: '如 1000',
    unit: '克',
  },
  more: { input: 'amount', path: 'moreFen', label: '续重运费', max: 7, placeholder: '如 5' },
  freeFrom: {
    input: 'amount',
    path: 'freeFromFen',
    label: '满额包邮',
    name: '包邮门槛',
    max: 10,
    placeholder: '空着就不包邮',
    empty: null,
  },
} as const satisfies FieldSpecs<ZoneForm>

/** The fields that only a zone with delivery needs. */
export const PRICE_FIELDS = ['firstGrams', 'first', 'moreGrams', 'more', 'freeFrom'] as const

const zoneForm = (zone: FreightZone): ZoneForm => ({
  name: zone.name,
  provinces: zone.provinces,
  isServed: zone.isServed,
  firstGrams: String(zone.firstGrams),
  first: amountText(zone.firstFen),
  moreGrams: String(zone.moreGrams),
  more: amountText(zone.moreFen),
  freeFrom: amountText(zone.freeFromFen),
})

/** A stored table as the form holds it; the zone of all other provinces comes last. */
export const formOf = (table: FreightTable): ZoneForm[] => [
  ...table.filter(({ provinces }) => provinces.length > 0).map(zoneForm),
  ...table.filter(({ provinces }) => provinces.length === 0).map(zoneForm),
]

/** A new zone. */
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

type Zone = FreightInput['zones'][number]

/** The table that is sent for a form; its last zone is the one of all other provinces. */
export function tableOf(zones: readonly ZoneForm[]): Result<Zone[], FieldError> {
  const table: Zone[] = []
  for (const [index, form] of zones.entries()) {
    const zone = zoneOf(form, { prefix: `zones.${index}.`, isLast: index === zones.length - 1 })
    if (!zone.ok) return zone
    table.push(zone.value)
  }
  return ok(table)
}

type ZonePlace = { prefix: string; isLast: boolean }

function zoneOf(form: ZoneForm, { prefix, isLast }: ZonePlace): Result<Zone, FieldError> {
  const { isServed } = form
  const read = new FormReader()
  const { name } = read.fields(ZONE_FIELDS, form, { keys: ['name'], prefix })
  read.require(`${prefix}provinces`, isLast || form.provinces.length > 0)
  const numbers = isServed
    ? read.fields(ZONE_FIELDS, form, { keys: PRICE_FIELDS, prefix })
    : unusedNumbers(form)
  const zone: Zone = {
    name: name.trim(),
    provinces: isLast ? [] : form.provinces,
    isServed,
    firstGrams: numbers.firstGrams,
    firstFen: numbers.first,
    moreGrams: numbers.moreGrams,
    moreFen: numbers.more,
    freeFromFen: numbers.freeFrom,
  }
  return read.result(zone, 'missing first')
}

/** The numbers of a zone without delivery: any will do, and none has to be typed. */
const unusedNumbers = (form: ZoneForm) => ({
  firstGrams: parseWhole(form.firstGrams) ?? 1,
  first: parseAmount(form.first) ?? 0,
  moreGrams: parseWhole(form.moreGrams) ?? 1,
  more: parseAmount(form.more) ?? 0,
  freeFrom: parseAmount(form.freeFrom),
})
