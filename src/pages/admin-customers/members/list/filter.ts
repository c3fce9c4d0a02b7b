import type { MemberListInput } from '@core/contract/customers'
import { CHANNEL_COPY, RECENCY_COPY, STAGE_COPY, TIER_COPY } from '@/copy/lifecycle'

/** Which members are listed; a missing key does not filter. */
export type MemberFilter = Omit<MemberListInput, 'cursor'>

/** Filters with a fixed set of values. */
export const FILTER_COPY = {
  stage: STAGE_COPY,
  recency: RECENCY_COPY,
  tier: TIER_COPY,
  channel: CHANNEL_COPY,
} as const

export type FilterKey = keyof typeof FILTER_COPY
export const FILTER_KEYS = Object.keys(FILTER_COPY) as FilterKey[]

export const FILTER_TITLES = {
  stage: '阶段',
  recency: '活跃度',
  tier: '等级',
  channel: '来源',
} as const satisfies Record<FilterKey, string>

/** Sets a value, or removes it when it is set already. */
export const toggleFilter = (filter: MemberFilter, key: FilterKey, value: string): MemberFilter =>
  filter[key] === value ? removeFilter(filter, key) : { ...filter, [key]: value }

export function removeFilter(filter: MemberFilter, key: keyof MemberFilter): MemberFilter {
  const { [key]: _, ...rest } = filter
  return rest
}

/** Sets the search word; a blank one removes it. */
export const setWord = (filter: MemberFilter, word: string): MemberFilter =>
  word.trim() === '' ? removeFilter(filter, 'word') : { ...filter, word: word.trim() }

/** The active filters with their labels. */
export function filterChips(filter: MemberFilter): { key: keyof MemberFilter; label: string }[] {
  const active = FILTER_KEYS.flatMap((key) => {
    const labels: Record<string, string> = FILTER_COPY[key]
    const value = filter[key]
    return value === undefined ? [] : [{ key, label: labels[value] ?? value }]
  })
  return filter.word ? [{ key: 'word', label: `「${filter.word}」` }, ...active] : active
}
