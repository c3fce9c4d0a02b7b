/** A seeded random generator: the demo shop is the same on every machine. */
export interface SeededRandom {
  /** From 0 to below 1. */
  next(): number
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number
  /** A random element; throws for an empty list. */
  pick<T>(some: readonly T[]): T
}

/** A generator seeded by a text: FNV-1a hashes the seed, mulberry32 makes the numbers. */
export const seededRandom = (word: string): SeededRandom => {
  let state = [...word].reduce(
    (hash, letter) => Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193),
    0x811c9dc5,
  )
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  return {
    next,
    between,
    pick: (some) => {
      const one = some[between(0, some.length - 1)]
      if (one === undefined) throw new Error('cannot pick from an empty list')
      return one
    },
  }
}
