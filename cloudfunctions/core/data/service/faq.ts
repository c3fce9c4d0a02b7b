import { command, type Database } from '@core/data/database'
import { fromStored, type Stored } from '@core/data/documents'
import type { FaqEntry } from '@core/domain/service/faq'
import type { Day } from '@core/kernel/calendar'
import { FAQ_MAX } from '@core/kernel/limits'

/** A question of the FAQ with its other wordings. */
export type FaqDocument = Stored<FaqEntry>

/** Questions asked on a day, and those that the FAQ answered. */
export type FaqDayDocument = { _id: Day; asked: number; hit: number }

/** All entries in display order. */
export async function faqEntries(db: Database): Promise<FaqEntry[]> {
  const read = await db.find('faq', {
    where: { sort: command.gte(0) },
    orderBy: [['sort', 'asc']],
    limit: FAQ_MAX,
  })
  return read.map(fromStored<FaqEntry>)
}

/** Counts a question of a day, and a hit for the entry that answered it. */
export async function countQuestion(
  db: Database,
  day: Day,
  answeredBy: string | null,
): Promise<void> {
  const hit = answeredBy === null ? 0 : 1
  const count = { asked: command.inc(1), hit: command.inc(hit) }
  const counted = await db.update('faqDays', { _id: day }, count)
  if (counted === 0 && !(await db.addOnce('faqDays', { _id: day, asked: 1, hit }))) {
    await db.update('faqDays', { _id: day }, count)
  }
  if (answeredBy !== null) await db.update('faq', { _id: answeredBy }, { hits: command.inc(1) })
}

/** Questions asked since a day, and those that the FAQ answered. */
export async function faqFigures(
  db: Database,
  since: Day,
): Promise<{ asked: number; hit: number }> {
  const [sums] = await db.aggregate<{ _id: null; asked: number; hit: number }>(
    'faqDays',
    [
      ['match', { _id: command.gte(since) }],
      [
        'group',
        {
          _id: null,
          asked: command.aggregate.sum('$asked'),
          hit: command.aggregate.sum('$hit'),
        },
      ],
    ],
    { limit: 1, rowBytes: 100 },
  )
  return { asked: sums?.asked ?? 0, hit: sums?.hit ?? 0 }
}
