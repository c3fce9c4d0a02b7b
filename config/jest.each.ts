/**
 * Fails a test in which the devcloud's store scanned a collection without an index:
 * what is slow on the devcloud is a time-out in the cloud.
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

// A devcloud with cold workers on two busy cores is slow, and slow is not wrong.
jest.setTimeout(30_000)
