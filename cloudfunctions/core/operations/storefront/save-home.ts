import type {
  EditedBanner,
  HomeContentView,
  SaveHomeError,
  SaveHomeInput,
} from '@core/contract/home-content'
import { findCategories } from '@core/data/catalog/products'
import { putHome, readHome, type SavedHome } from '@core/data/storefront/home-content'
import { arrangedBlocks, type Banner, type LinkKind } from '@core/domain/storefront/home'
import { fail, ok, type Result } from '@core/kernel/result'
import type { Context } from '@core/operations/context'
import { versionedSave } from '@core/operations/versioned-save'

/** Home as its editor shows it. */
export async function showHomeContent(ctx: Context): Promise<Result<HomeContentView, never>> {
  const saved = await readHome(ctx.db)
  return ok(viewOf(saved, await linkNames(ctx, saved.content.banners)))
}

/**
 * Saves what home shows besides goods, as a whole. `STALE`: somebody else saved it since it was
 * read.
 */
export async function saveHome(
  ctx: Context,
  { version, ...input }: SaveHomeInput,
): Promise<Result<HomeContentView, SaveHomeError>> {
  const content = { ...input, blocks: arrangedBlocks(input.blocks) }
  const names = await linkNames(ctx, content.banners)
  const stray = content.banners.findIndex(({ link }) => link && !names.has(keyOf(link)))
  if (stray >= 0) return fail({ code: 'LINK_UNKNOWN', field: `banners.${stray}.link` })
  return ctx.db.transact(async (transaction): Promise<Result<HomeContentView, SaveHomeError>> => {
    const before = await readHome(transaction)
    const stored = { version: before.version, value: before.content }
    const save = versionedSave(stored, { version, value: content })
    if (save === 'REPEATED') return ok(viewOf(before, names))
    if (save === 'STALE') return fail({ code: 'STALE', version: before.version })
    const saved = { version: version + 1, content }
    await putHome(transaction, saved)
    return ok(viewOf(saved, names))
  })
}

type Names = ReadonlyMap<string, string>

const keyOf = ({ kind, id }: NonNullable<Banner['link']>): string => `${kind} ${id}`

const viewOf = ({ version, content }: SavedHome, names: Names): HomeContentView => ({
  ...content,
  version,
  banners: content.banners.map(
    (banner): EditedBanner => ({
      ...banner,
      linkName: banner.link ? (names.get(keyOf(banner.link)) ?? '') : '',
    }),
  ),
})

/** What the links of banners are called; those that customers could not open are left out. */
async function linkNames(ctx: Context, banners: readonly Banner[]): Promise<Names> {
  const ids = (kind: LinkKind) =>
    banners.flatMap(({ link }) => (link?.kind === kind ? [link.id] : []))
  const [products, categories, articles, promotions] = await Promise.all([
    ctx.db.getMany('products', ids('product'), { fields: ['_id', 'title', 'isOnSale'] }),
    ids('category').length === 0 ? [] : findCategories(ctx.db),
    ctx.db.getMany('articles', ids('article'), { fields: ['_id', 'title', 'isPublished'] }),
    ctx.db.getMany('promotions', ids('promotion'), { fields: ['_id', 'title'] }),
  ])
  const named = (kind: LinkKind, id: string, title: string) => [`${kind} ${id}`, title] as const
  return new Map([
    ...products.filter((one) => one.isOnSale).map((one) => named('product', one._id, one.title)),
    ...categories.map(({ id, name }) => named('category', id, name)),
    ...articles.filter((one) => one.isPublished).map((one) => named('article', one._id, one.title)),
    ...promotions.map((one) => named('promotion', one._id, one.title)),
  ])
}
