import type { WordList, WordListInput } from '@core/contract/catalog'
import { findSearchWords } from '@core/data/catalog/search-words'
import type { Result } from '@core/kernel/result'
import { ok } from '@core/kernel/result'
import type { Context } from '@core/operations/context'

/** The search words of a day; today's by default. */
export async function listSearchWords(
  ctx: Context,
  { day = ctx.today, ...rest }: WordListInput,
): Promise<Result<WordList, never>> {
  const page = await findSearchWords(ctx.db, { day, ...rest })
  const items = page.items.map(({ word, count, isFound }) => ({ word, count, isFound }))
  return ok({ day, items, next: page.next })
}
