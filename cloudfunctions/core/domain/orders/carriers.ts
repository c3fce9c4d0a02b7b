import { CARRIER_TABLE } from './carrier-table'

/** A carrier: WeChat's code, its name, and what else it is called. */
export type Carrier = { code: string; name: string; aliases: readonly string[] }

/** All carriers; those that most parcels go by come first. */
export const CARRIERS: readonly Carrier[] = CARRIER_TABLE.trim()
  .split(/[|\n]/)
  .map((entry) => {
    const [code = '', name = '', ...aliases] = entry.split('/')
    return { code, name, aliases }
  })

/** Carriers that a form offers before anybody has searched. */
export const COMMON_CARRIERS: readonly Carrier[] = CARRIERS.slice(0, 10)

/** Carriers that a search shows at most: one screen. */
const FOUND_MAX = 30

/** A name of a carrier as it is compared: full-width letters, blanks and case do not count. */
const plain = (name: string): string => name.normalize('NFKC').replace(/\s/g, '').toUpperCase()

const labelsOf = ({ code, name, aliases }: Carrier): string[] => [code, name, ...aliases].map(plain)

const BY_LABEL: ReadonlyMap<string, Carrier> = new Map(
  // Of two carriers with one label, the more common comes last and stays.
  [...CARRIERS].reverse().flatMap((one) => labelsOf(one).map((label) => [label, one] as const)),
)

const CHINESE = /^[\u4e00-\u9fff]{2,}$/

/** Short names that people go on from: `顺丰上门取件`. */
const SHORT_NAMES = CARRIERS.flatMap((carrier) =>
  carrier.aliases.filter((alias) => CHINESE.test(alias)).map((alias) => ({ alias, carrier })),
).sort((a, b) => b.alias.length - a.alias.length)

/** A carrier by its name, another name of it or WeChat's code; `null` of a stranger. */
export function findCarrier(name: string): Carrier | null {
  const wanted = plain(name)
  const known = BY_LABEL.get(wanted)
  if (known) return known
  return SHORT_NAMES.find(({ alias }) => wanted.startsWith(alias))?.carrier ?? null
}

/** WeChat's code behind the name of a carrier that is not in the list: `隔壁快运(GBKY)`. */
const OWN_CODE = /\(([0-9A-Z_]{2,20})\)$/

/** WeChat's code of a carrier; `null` when its name tells none. */
export const carrierCode = (name: string): string | null =>
  findCarrier(name)?.code ?? OWN_CODE.exec(plain(name))?.[1] ?? null

/** Carriers whose name, code or another name contains a word, names that begin with it first. */
export function searchCarriers(word: string): Carrier[] {
  const wanted = plain(word)
  if (wanted === '') return [...COMMON_CARRIERS]
  const rank = (carrier: Carrier): number => {
    const at = labelsOf(carrier).map((label) => label.indexOf(wanted))
    if (at.includes(0)) return 0
    return at.some((one) => one > 0) ? 1 : 2
  }
  const ranked = CARRIERS.map((carrier) => ({ carrier, rank: rank(carrier) }))
  return ranked
    .filter((one) => one.rank < 2)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, FOUND_MAX)
    .map((one) => one.carrier)
}
