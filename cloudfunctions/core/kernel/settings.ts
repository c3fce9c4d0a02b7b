/**
 * Every setting of the shop by name, in force at a moment. Each area's `settings.ts` adds its own
 * by declaration merging, so that a new area touches no list of them.
 */
export interface Program {}

/** The least and the greatest value that a number may be set to. */
export type Bounds = { min: number; max: number }

/** An integer that the merchant sets. */
export type IntegerSetting = Bounds & { kind: 'integer'; default: number }

/** A row of a list: its code and its integers. */
export type ListRow<Code extends string, Column extends string> = { code: Code } & Record<
  Column,
  number
>

/** Rows of integers, one for each code in the order of `codes`. */
export type ListSetting<Row extends { code: string } = { code: string }> = {
  kind: 'list'
  codes: readonly string[]
  columns: Readonly<Record<string, Bounds>>
  default: readonly Row[]
}

type Settings = Record<string, IntegerSetting | ListSetting>

type ValueOf<S> = S extends ListSetting<infer Row> ? readonly Row[] : number

type ValuesOf<S extends Settings> = { [Name in keyof S]: ValueOf<S[Name]> }

/** The settings of one area and what must hold between them. */
export type AreaSettings<S extends Settings = Settings> = {
  settings: S
  /** By field: whether its value contradicts another setting's. Fields of rows are dotted. */
  contradictions: (values: ValuesOf<S>) => Record<string, boolean>
}

/** The part of the programme that an area's settings make. */
export type SettingsOf<Area> = Area extends AreaSettings<infer S> ? ValuesOf<S> : never

/** Declares an integer. */
export const integer = (of: Bounds & { default: number }): IntegerSetting => ({
  kind: 'integer',
  ...of,
})

/** Declares a list with a row for every code. */
export const list = <Code extends string, Column extends string>(of: {
  codes: readonly Code[]
  columns: Record<Column, Bounds>
  default: readonly NoInfer<ListRow<Code, Column>>[]
}): ListSetting<ListRow<Code, Column>> => ({ kind: 'list', ...of })

/** Declares the settings of an area, each with its default and its bounds. */
export const defineSettings = <S extends Settings>(
  settings: S,
  contradictions: AreaSettings<S>['contradictions'] = () => ({}),
): AreaSettings<S> => ({ settings, contradictions })

/** An area's settings when it no longer matters whose they are. */
export type AnyAreaSettings = {
  settings: Settings
  contradictions: (values: never) => Record<string, boolean>
}

/** The value of every setting in a shop that has set nothing. */
export const defaultsOf = (areas: readonly AnyAreaSettings[]): Program =>
  Object.fromEntries(
    areas.flatMap(({ settings }) =>
      Object.entries(settings).map(([name, setting]) => [name, setting.default]),
    ),
  ) as unknown as Program

/** What is wrong with a value; `field` names a setting or leads into its rows: `tiers.1.code`. */
export type SettingError =
  | { field: string; reason: 'OUT_OF_BOUNDS'; min: number; max: number }
  /** A row is missing, surplus or out of order: the row must have this code. */
  | { field: string; reason: 'WRONG_ROW'; code: string | null }
  | { field: string; reason: 'CONTRADICTION' }
  /** No area declares such a setting. */
  | { field: string; reason: 'UNKNOWN' }

/**
 * Everything that is wrong with a programme. Settings contradict one another only once each of
 * their area is valid by itself.
 */
export function settingErrors(
  areas: readonly AnyAreaSettings[],
  values: Readonly<Record<string, unknown>>,
): SettingError[] {
  const known = new Set(areas.flatMap(({ settings }) => Object.keys(settings)))
  const unknown = Object.keys(values).filter((name) => !known.has(name))
  return [
    ...areas.flatMap((area) => areaErrors(area, values)),
    ...unknown.map((field) => ({ field, reason: 'UNKNOWN' as const })),
  ]
}

function areaErrors(area: AnyAreaSettings, values: Readonly<Record<string, unknown>>) {
  const errors = Object.entries(area.settings).flatMap(([name, setting]) =>
    setting.kind === 'integer'
      ? boundsErrors(name, values[name], setting)
      : listErrors(name, values[name], setting),
  )
  if (errors.length > 0) return errors
  return Object.entries(area.contradictions(values as never))
    .filter(([, isContradiction]) => isContradiction)
    .map(([field]): SettingError => ({ field, reason: 'CONTRADICTION' }))
}

function boundsErrors(field: string, value: unknown, { min, max }: Bounds): SettingError[] {
  const isWithin = Number.isInteger(value) && (value as number) >= min && (value as number) <= max
  return isWithin ? [] : [{ field, reason: 'OUT_OF_BOUNDS', min, max }]
}

function listErrors(name: string, value: unknown, setting: ListSetting): SettingError[] {
  const rows: unknown[] = Array.isArray(value) ? value : []
  const length = Math.max(rows.length, setting.codes.length)
  return Array.from({ length }, (_, at) =>
    rowErrors(`${name}.${at}`, rows[at], [setting, at]),
  ).flat()
}

function rowErrors(
  field: string,
  row: unknown,
  [{ codes, columns }, at]: [ListSetting, number],
): SettingError[] {
  const cells = (typeof row === 'object' && row !== null ? row : {}) as Record<string, unknown>
  const code = codes[at] ?? null
  if (code === null || cells['code'] !== code) {
    return [{ field: `${field}.code`, reason: 'WRONG_ROW', code }]
  }
  const surplus = Object.keys(cells).filter((cell) => cell !== 'code' && !(cell in columns))
  return [
    ...Object.entries(columns).flatMap(([column, bounds]) =>
      boundsErrors(`${field}.${column}`, cells[column], bounds),
    ),
    ...surplus.map((cell) => ({ field: `${field}.${cell}`, reason: 'UNKNOWN' as const })),
  ]
}
