import type {
  ArrangeProductsError,
  ArrangeProductsInput,
  ShelfInput,
  ShelfView,
} from '@core/contract/products'
import { findShelf, moveProducts, readShelf, writeShelf } from '@core/data/catalog/shelf'
import { fail, ok, type Result } from '@core/kernel/result'
import type { Context } from '@core/operations/context'
import { versionedSave } from '@core/operations/versioned-save'

/** The beginning of a shelf, to be put into another order. */
export async function showShelf(
  ctx: Context,
  input: ShelfInput,
): Promise<Result<ShelfView, never>> {
  const [{ rows, behind }, shelf] = await Promise.all([findShelf(ctx.db, input), readShelf(ctx.db)])
  const items = rows.map(({ _id: id, title, pictures, sort }) => {
    return { id, title, picture: pictures[0] ?? '', sort }
  })
  return ok({ items, behind, version: shelf?.version ?? 0 })
}

/**
 * Moves products on the shelf. The change is noted as a whole before products are written, so that
 * of two changes that saw the same order one is refused, and a repeated call completes its own.
 */
export async function arrangeProducts(
  ctx: Context,
  { version, moves }: ArrangeProductsInput,
): Promise<Result<{ version: number }, ArrangeProductsError>> {
  const noted = await ctx.db.transact(
    async (transaction): Promise<Result<{ version: number }, ArrangeProductsError>> => {
      const stored = await readShelf(transaction)
      const present = stored && { version: stored.version, value: stored.moves }
      const save = versionedSave(present, { version, value: moves })
      if (save === 'STALE') return fail({ code: 'VERSION_CONFLICT', version: stored?.version ?? 0 })
      if (save === 'NEW') await writeShelf(transaction, { version: version + 1, moves })
      return ok({ version: version + 1 })
    },
  )
  if (noted.ok) await moveProducts(ctx.db, moves)
  return noted
}
