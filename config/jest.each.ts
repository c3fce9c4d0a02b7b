/**
 * Fails a test in which the local store scanned a collection without an index: what is slow
 * here is a time-out in the cloud.
 */
const scans: string[] = []
const UNINDEXED = /unindexed scan/i

const warn = console.warn
console.warn = (...values: unknown[]) => {
  const text = values.map(String).join(' ')
  if (UNINDEXED.test(text)) scans.push(text)
  else warn(...values)
}

afterEach(() => {
  const seen = scans.splice(0)
  if (seen.length > 0) throw new Error(`the devcloud warned:\n${seen.join('\n')}`)
})

// A local cloud with cold workers on two busy cores is slow, which is no failure.
jest.setTimeout(120_000)
