import type { Instant } from '@core/kernel/calendar'

/** The parts of home that the owner arranges. */
export const HOME_BLOCKS = [
  'banners',
  'categories',
  'welcome',
  'limited',
  'greeting',
  'fresh',
  'articles',
  'products',
] as const
export type HomeBlock = (typeof HOME_BLOCKS)[number]

/** Where a part stands is its place in the list; one that is not shown keeps its place. */
export type PlacedBlock = { block: HomeBlock; isShown: boolean }

/** What a tap on a banner opens. */
export const LINK_KINDS = ['product', 'category', 'article', 'promotion'] as const
export type LinkKind = (typeof LINK_KINDS)[number]

/** What a banner leads to; `null` for nothing. */
export type BannerLink = { kind: LinkKind; id: string } | null

/** A large picture with words at the top of home; `from` and `until` are `null` without a bound. */
export type Banner = {
  id: string
  eyebrow: string
  title: string
  note: string
  picture: string
  link: BannerLink
  isOn: boolean
  from: Instant | null
  until: Instant | null
}

/** What the owner edits of home, besides the goods. */
export type HomeContent = {
  shopName: string
  banners: Banner[]
  hotWords: string[]
  blocks: PlacedBlock[]
}

/** Parts that a new shop does not show. */
const HIDDEN_AT_FIRST: readonly HomeBlock[] = ['fresh', 'articles']

/** Home as a new shop has it. */
export const DEFAULT_BLOCKS: readonly PlacedBlock[] = HOME_BLOCKS.map((block) => ({
  block,
  isShown: !HIDDEN_AT_FIRST.includes(block),
}))

/**
 * Every part exactly once, in the order wanted. A part that a later release added comes behind the
 * others, hidden; the list of all products, which has no end, stays last.
 */
export function arrangedBlocks(wanted: readonly PlacedBlock[]): PlacedBlock[] {
  const once = wanted.filter(
    ({ block }, at) => wanted.findIndex((other) => other.block === block) === at,
  )
  const added = DEFAULT_BLOCKS.filter(({ block }) => !once.some((one) => one.block === block))
  const all = [...once, ...added.map(({ block }) => ({ block, isShown: false }))]
  const isEndless = ({ block }: PlacedBlock) => block === 'products'
  return [...all.filter((one) => !isEndless(one)), ...all.filter(isEndless)]
}

/** The parts that are shown, in their order. */
export const shownBlocks = (blocks: readonly PlacedBlock[]): HomeBlock[] =>
  blocks.filter(({ isShown }) => isShown).map(({ block }) => block)

/** Whether a banner is shown at a moment; `until` is the first millisecond without it. */
export const isBannerShown = ({ isOn, from, until }: Banner, now: Instant): boolean =>
  isOn && (from === null || from <= now) && (until === null || now < until)

/** When the next banner appears or goes; `null` when none does. */
export function bannersChangeAt(banners: readonly Banner[], now: Instant): Instant | null {
  const moments = banners
    .filter(({ isOn }) => isOn)
    .flatMap(({ from, until }) => [from, until])
    .filter((at): at is Instant => at !== null && at > now)
  return moments.length === 0 ? null : Math.min(...moments)
}
