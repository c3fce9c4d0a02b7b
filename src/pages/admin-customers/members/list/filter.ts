import type { MemberListInput } from '@core/contract/customers'
import { CHANNEL_COPY, RECENCY_COPY, STAGE_COPY, TIER_COPY } from '@/copy/lifecycle'

/** Which members are listed; a missing key does not narrow. */
export type MemberFilter = Omit<MemberListInput, 'cursor'>

/** The filters that are chosen from a list. */
export const FILTER_COPY = {
  stage: STAGE_COPY,
  recency: RECENCY_COPY,
  tier: TIER_COPY,
  channel: CHANNEL_COPY,
} as const

/** The parts a filter can have. */
export type FilterKey = keyof typeof FILTER_COPY
export const FILTER_KEYS = Object.keys(FILTER_COPY) as FilterKey[]

/** What each filter is about. */
export const FILTER_TITLES = {
  stage: '阶段',
  recency: '活跃度',
  tier: '等级',
  channel: '来源',
} as const satisfies Record<FilterKey, string>

/** The filter with a choice made, or taken back when it was made already. */
export const toggled = (filter: MemberFilter, key: FilterKey, value: string): MemberFilter =>
  filter[key] === value ? without(filter, key) : { ...filter, [key]: value }

/** The filter without one of its parts. */
export function without(filter: MemberFilter, key: keyof MemberFilter): MemberFilter {
  const { [key]: _, ...rest } = filter
  return rest
}

/** The filter with a word to look for; a blank one looks for nothing. */
export const withWord = (filter: MemberFilter, word: string): MemberFilter =>
  word.trim() === '' ? without(filter, 'word') : { ...filter, word: word.trim() }

/** The parts in force, in words, for the chips above the list. */
export function filterChips(filter: MemberFilter): { key: keyof MemberFilter; label: string }[] {
  const chosen = FILTER_KEYS.flatMap((key) => {
    const words: Record<string, string> = FILTER_COPY[key]
    const value = filter[key]
    return value === undefined ? [] : [{ key, label: words[value] ?? value }]
  })
  return filter.word ? [{ key: 'word', label: `「${filter.word}」` }, ...chosen] : chosen
}
