import type { SaveHomeInput } from '@core/contract/storefront'
import { writeHomeContent } from '@core/data/catalog/home'
import type { Result } from '@core/kernel/result'
import { ok } from '@core/kernel/result'
import type { Context } from '@core/operations/context'

/** Saves the shop's name and the texts of the home page. */
export async function saveHome(
  ctx: Context,
  content: SaveHomeInput,
): Promise<Result<{ shopName: string }, never>> {
  await writeHomeContent(ctx.db, content)
  return ok({ shopName: content.shopName })
}
