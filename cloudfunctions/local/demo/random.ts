/** Chance that is the same on every machine: the demo shop is told the same way each time. */
export interface SeededRandom {
  /** From 0 up to, not with, 1. */
  next(): number
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number
  /** One of some; throws when there is none. */
  pick<T>(some: readonly T[]): T
}

/** Chance that begins with a word: FNV-1a makes the seed, mulberry32 the numbers. */
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
      if (one === undefined) throw new Error('nothing to pick from')
      return one
    },
  }
}
