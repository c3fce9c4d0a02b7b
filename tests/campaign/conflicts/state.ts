import { textsOf } from '@local/database/copy'
import type { ShopCopy } from '@local/devcloud-state'

/**
 * What a shop and WeChat's side hold, so that two runs can be compared: documents by collection and
 * id, each as a text in which moments, ids that the cloud mints and ciphertexts look alike.
 */
export type ComparedState = ReadonlyMap<string, string>

/** What the provider mints anew for every payment that is begun. */
const PAYMENT = ['prepayId', 'digest']

/**
 * What only says how often something was tried, or who tried it. `today` counts a customer's calls:
 * one without an answer may have been counted. `countsStaleAt` only asks for a recount, `hits` is a
 * statistic, and `moved` is how a SKU remembers what the next sweep forgets: the books compare what
 * was moved with the ledger.
 */
const TRIES = new Set([
  'version',
  'schemaVersion',
  'tries',
  'lastError',
  'by',
  'lockedBy',
  'countsStaleAt',
  'today',
  'hits',
  'moved',
  ...PAYMENT,
])

/**
 * Statistics of the shop, which by design may count a repeated call twice or a lost one not; and
 * when the timers last had something to do, or how far a night has come.
 */
const STATISTICS = new Set(['searchWords', 'faqDays', 'timers', 'sweepRuns'])

/** Of WeChat's side: what has been paid, refunded and reported. */
const COMPARED_RECORDS = new Set(['transaction', 'refund', 'shipping-info'])

/** The state of a copy; members in `known` keep their names. */
export function stateOf(copy: ShopCopy, known: ReadonlySet<string>): ComparedState {
  const state = new Map<string, string>()
  const add = (kind: string, text: string) => {
    const { id, rest } = alike(text, known)
    state.set(`${kind}/${id}`, rest)
  }
  for (const [collection, texts] of textsOf(copy.database)) {
    for (const text of STATISTICS.has(collection) ? [] : texts) {
      add(collection, collection === 'stockMovements' ? forgotten(text) : text)
    }
  }
  for (const { kind, id, json } of copy.records) {
    if (COMPARED_RECORDS.has(kind)) add(`wechat ${kind}`, `{"_id":"${id}","value":${json}}`)
  }
  return state
}

/** The members of a copy. */
export const membersIn = (copy: ShopCopy): ReadonlySet<string> =>
  new Set(
    (textsOf(copy.database).get('members') ?? []).map(
      (text) => (JSON.parse(text) as { _id: string })._id,
    ),
  )

/** A movement as it is once its SKU has forgotten its mark. */
const forgotten = (text: string): string =>
  JSON.stringify({ ...(JSON.parse(text) as object), dueAt: null })

const MEMBER = /\bm\d{16}\b/g
const MOMENT = /\b1[5-9]\d{11}\b/g
/** A moment as a message to a customer says it. */
const SAID = /\d{4}年\d{1,2}月\d{1,2}日 \d\d:\d\d/g
/** A moment as WeChat writes it. */
const TIME = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)/g
/** Numbers of payments and refunds that the provider mints. */
const MINTED = /\b(42|50)\d{16,}\b/g
const SEALED = /"[0-9a-f]{8}\.[A-Za-z0-9+/=]{30,}"/g
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
const PREPAY = /\bwx\d{12,}\w*/g

function alike(text: string, known: ReadonlySet<string>) {
  const plain = text
    .replace(SEALED, '"sealed"')
    .replace(MEMBER, (id) => (known.has(id) ? id : 'm1'))
    .replace(MOMENT, '1')
    .replace(TIME, 'time')
    .replace(SAID, 'time')
    .replace(MINTED, '42')
    .replace(UUID, 'uuid')
    .replace(PREPAY, 'wx1')
  const document = JSON.parse(plain) as Record<string, unknown>
  const { _id, ...fields } = document
  return { id: String(_id), rest: JSON.stringify(sorted(fields)) }
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !TRIES.has(name))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, field]) => [name, sorted(field)]),
  )
}

/** Documents in which two states differ, with what each has of them. */
export function differences(expected: ComparedState, found: ComparedState): string[] {
  const ids = [...new Set([...expected.keys(), ...found.keys()])].sort()
  return ids.flatMap((id) => {
    const [a, b] = [expected.get(id), found.get(id)]
    return a === b ? [] : [`${id}: ${firstDifference(a ?? 'nothing', b ?? 'nothing')}`]
  })
}

/** Characters shown before and after the place where two texts part. */
const SHOWN = 60

function firstDifference(a: string, b: string): string {
  let at = 0
  while (at < a.length && a[at] === b[at]) at += 1
  const from = Math.max(0, at - SHOWN)
  return `…${a.slice(from, at + SHOWN)}… became …${b.slice(from, at + SHOWN)}…`
}
