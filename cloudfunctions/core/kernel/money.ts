/** An amount in fen (1 yuan = 100 fen), always an integer. */
export type Fen = number

/** `6460` → `64.60`. Two digits always; the sign of the currency is the page's to add. */
export function formatFen(fen: Fen): string {
  const sign = fen < 0 ? '-' : ''
  const absolute = Math.abs(fen)
  return `${sign}${Math.floor(absolute / 100)}.${String(absolute % 100).padStart(2, '0')}`
}

/**
 * Divides `total` (an integer) in proportion to `weights` (none negative) by the largest-remainder
 * method: the parts are integers and sum to `total` exactly; a tie goes to the earlier part.
 * Weights that are all 0 share equally. No weights: no parts.
 */
export function allocate(total: Fen, weights: readonly number[]): Fen[] {
  const sum = weights.reduce((all, weight) => all + weight, 0)
  const shares = sum > 0 ? weights : weights.map(() => 1)
  const whole = sum > 0 ? sum : weights.length
  const parts = shares.map((share) => Math.floor((total * share) / whole))
  // The fen that are left are fewer than the parts that were rounded.
  const remainders = shares.flatMap((share, at) => {
    const rest = mod(total * share, whole)
    return rest > 0 ? [{ at, rest }] : []
  })
  remainders.sort((a, b) => b.rest - a.rest || a.at - b.at)
  let left = total - parts.reduce((all, part) => all + part, 0)
  for (const { at } of remainders) {
    if (left <= 0) break
    parts[at] = (parts[at] ?? 0) + 1
    left -= 1
  }
  return parts
}

const mod = (value: number, by: number) => ((value % by) + by) % by
