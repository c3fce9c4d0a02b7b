import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Tier } from '@core/domain/members/sections'
import type { TierRow } from '@core/domain/tiers/tier'
import {
  type AnyAreaSettings,
  defaultsOf,
  type Program,
  type SettingError,
  settingErrors,
} from '@core/kernel/settings'

const DOMAIN = resolve(__dirname, '../../cloudfunctions/core/domain')

/** Jest, too, gives every module a `require` of its own, which compiles what it loads. */
const loader = module as unknown as { require(file: string): unknown }

/** What an area's `settings.ts` exports. */
const settingsIn = (area: string): AnyAreaSettings[] => {
  const file = join(DOMAIN, area, 'settings.ts')
  if (!existsSync(file)) return []
  return Object.values(loader.require(file) as Record<string, AnyAreaSettings>)
}

/** The settings of every area, found by their files: a new area needs no line here. */
const AREAS = readdirSync(DOMAIN).flatMap(settingsIn)

/** Every setting by name, with its default and the bounds that are checked. */
export const SETTINGS = Object.assign({}, ...AREAS.map(({ settings }) => settings)) as {
  [Name in keyof Program]: AnyAreaSettings['settings'][string]
}

/** The programme of a shop that has set nothing. */
export const defaultProgram: Program = defaultsOf(AREAS)

/** Everything that is wrong with values that are to become the programme. */
export const checkProgram = (values: Readonly<Record<string, unknown>>): SettingError[] =>
  settingErrors(AREAS, values)

/** The fields of a programme that are out of bounds or contradict one another. */
export const programErrors = (program: Program): string[] =>
  checkProgram({ ...program }).map(({ field }) => field)

/** The default tiers with some of their numbers set otherwise. */
export const tiersWith = (
  changes: Partial<Record<Tier, Partial<Omit<TierRow, 'code'>>>>,
): readonly TierRow[] => defaultProgram.tiers.map((row) => ({ ...row, ...changes[row.code] }))
