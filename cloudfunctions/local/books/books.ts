import type { CollectionName, DocumentOf } from '@core/data/documents'
import type { Instant } from '@core/kernel/calendar'

/** Stored documents by collection, each lifted to the present schema version. */
export type StoredBooks = ReadonlyMap<string, readonly { readonly _id: string }[]>

/** Everything a shop has stored, as of a moment, for rules to read. */
export class Books {
  private readonly byId = new Map<string, ReadonlyMap<string, unknown>>()

  constructor(
    private readonly stored: StoredBooks,
    /** The shop's clock: what is overdue is judged by it. */
    readonly now: Instant,
  ) {}

  /** All documents of a collection. */
  all<C extends CollectionName>(collection: C): readonly DocumentOf<C>[] {
    return (this.stored.get(collection) ?? []) as unknown as readonly DocumentOf<C>[]
  }

  /** One document; `undefined` when there is none. */
  get<C extends CollectionName>(
    collection: C,
    id: string | null | undefined,
  ): DocumentOf<C> | undefined {
    if (id === null || id === undefined) return undefined
    const known = this.byId.get(collection)
    const documents = known ?? new Map(this.all(collection).map((one) => [one._id, one]))
    if (!known) this.byId.set(collection, documents)
    return documents.get(id) as DocumentOf<C> | undefined
  }

  /** How many collections and documents there are. */
  size(): { collections: number; documents: number } {
    const sizes = [...this.stored.values()].map((documents) => documents.length)
    return { collections: sizes.length, documents: sizes.reduce((sum, size) => sum + size, 0) }
  }
}

/** One thing that does not add up: the id names the document, and the field if there are many. */
export type Finding = { id: string; expected: unknown; found: unknown }

/** What must hold of all books. It yields whatever breaks it. */
export type Rule = { name: string; check: (books: Books) => Iterable<Finding> }

/** A finding with the name of the rule it breaks. */
export type BrokenRule = Finding & { rule: string }

/** The sum of numbers. */
export const sum = (numbers: Iterable<number>): number => {
  let all = 0
  for (const one of numbers) all += one
  return all
}

/** Documents by a key of theirs. */
export function grouped<T>(all: Iterable<T>, keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const key = keyOf(one)
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return groups
}

/** Yields a finding unless both are the same when written as JSON, objects by sorted fields. */
export function* same(id: string, found: unknown, expected: unknown): Iterable<Finding> {
  if (text(found) !== text(expected)) yield { id, expected, found }
}

/** Yields a finding unless the condition holds; `expected` says it in words. */
export function* holds(
  id: string,
  isRight: boolean,
  { expected, found }: { expected: string; found: unknown },
): Iterable<Finding> {
  if (!isRight) yield { id, expected, found }
}

const text = (value: unknown): string => JSON.stringify(sorted(value)) ?? 'undefined'

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return fields.map(([name, field]) => [name, sorted(field)])
}
