const { default: Sequencer } = require('@jest/test-sequencer')

/**
 * The files that take longest, longest first. Jest itself knows durations only from an earlier
 * run; in a clean checkout one of these could start last and keep one core busy alone.
 */
const LONGEST = [
  'tests/demo/seed.test.ts',
  'tests/web/access.test.ts',
  'tests/web/checkout.test.ts',
  'tests/weapp/checkout.test.ts',
  'tests/operations/lifecycle.test.ts',
  'tests/operations/crash.test.ts',
  'tests/web/journey.test.ts',
  'tests/web/admin.test.ts',
]

const rankOf = ({ path }) => {
  const at = LONGEST.findIndex((file) => path.replaceAll('\\', '/').endsWith(file))
  return at < 0 ? LONGEST.length : at
}

/** Runs the longest files first, the others in jest's own order. */
class LongestFirst extends Sequencer {
  sort(tests) {
    return [...super.sort(tests)].sort((a, b) => rankOf(a) - rankOf(b))
  }
}

module.exports = LongestFirst
