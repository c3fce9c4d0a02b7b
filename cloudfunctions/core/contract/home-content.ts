import {
  type Banner,
  HOME_BLOCKS,
  type HomeContent,
  LINK_KINDS,
} from '@core/domain/storefront/home'
import { BANNERS_MAX, HOT_WORDS_MAX } from '@core/kernel/limits'
import * as v from 'valibot'
import type { NoInput } from './primitives'
import {
  entityId,
  instant,
  integer,
  mintedId,
  name,
  note as optionalText,
  picture,
  text,
} from './primitives'

const link = v.strictObject({ kind: v.picklist(LINK_KINDS), id: entityId })

const banner = v.pipe(
  v.strictObject({
    id: mintedId,
    eyebrow: optionalText(20),
    title: text(40),
    note: optionalText(40),
    picture,
    link: v.nullable(link),
    isOn: v.boolean(),
    from: v.nullable(instant),
    until: v.nullable(instant),
  }),
  v.check(
    ({ from, until }) => from === null || until === null || from < until,
    'ends before it begins',
  ),
)

const isEachOnce = (all: readonly string[]) => new Set(all).size === all.length

/** What home shows. `version` is the one that was read; 0 before the first save. */
export const saveHomeInput = v.strictObject({
  version: integer(0, 1_000_000_000),
  shopName: name(20),
  banners: v.pipe(
    v.array(banner),
    v.maxLength(BANNERS_MAX),
    v.check((all) => isEachOnce(all.map(({ id }) => id)), 'a banner twice'),
  ),
  hotWords: v.pipe(v.array(name(10)), v.maxLength(HOT_WORDS_MAX)),
  blocks: v.pipe(
    v.array(v.strictObject({ block: v.picklist(HOME_BLOCKS), isShown: v.boolean() })),
    v.maxLength(HOME_BLOCKS.length),
    v.check((all) => isEachOnce(all.map(({ block }) => block)), 'a block twice'),
  ),
})
export type SaveHomeInput = v.InferOutput<typeof saveHomeInput>

/** A banner in the editor; `linkName` is what its link is called, `''` for what is gone. */
export type EditedBanner = Banner & { linkName: string }

/** Home in its editor. */
export type HomeContentView = Omit<HomeContent, 'banners'> & {
  version: number
  banners: EditedBanner[]
}

/** Why home was not saved; nothing has changed then. */
export type SaveHomeError =
  /** What a banner leads to is not there, or customers cannot see it. */
  | { code: 'LINK_UNKNOWN'; field: string }
  /** Home was changed since it was read. */
  | { code: 'STALE'; version: number }

/** Operations of the staff on the home page. */
export type HomeContentAdminContract = {
  'home.show': { input: NoInput; output: HomeContentView; error: never }
  'home.save': { input: SaveHomeInput; output: HomeContentView; error: SaveHomeError }
}

declare module '@core/contract' {
  interface AdminOperations extends HomeContentAdminContract {}
}
