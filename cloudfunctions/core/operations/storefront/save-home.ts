import type { SaveHomeInput } from '@core/contract/storefront'
import { saveHomeWords } from '@core/data/catalog/home'
import type { Result } from '@core/kernel/result'
import { ok } from '@core/kernel/result'
import type { Context } from '@core/operations/context'

/** The shop's name and the words of its first page. */
export async function saveHome(
  ctx: Context,
  words: SaveHomeInput,
): Promise<Result<{ shopName: string }, never>> {
  await saveHomeWords(ctx.db, words)
  return ok({ shopName: words.shopName })
}
