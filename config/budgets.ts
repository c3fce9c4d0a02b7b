const KB = 1024
const MB = 1024 * KB

/**
 * What the shop may cost, in one place: `npm run check` holds the built sizes to
 * it, tests hold what they count to it, `npm run bench` prints all of it. Sizes are bytes.
 */
export const BUDGETS = {
  weapp: {
    /** WeChat's own limits are 2 MB, 2 MB and 30 MB. */
    mainPackageBytes: 600 * KB,
    subpackageBytes: 600 * KB,
    allPackagesBytes: 4 * MB,
  },
  /**
   * From opening the shop until home stands still. WeChat's score asks < 1000 nodes, depth < 30.
   */
  firstScreen: { cloudCalls: 1, setDataCalls: 3, setDataBytes: 64 * KB, nodes: 599, depth: 24 },
  /** Any tap that changes one line of a list. */
  oneLineTap: { setDataBytes: 4 * KB },
  /** Serial rounds of database calls, and calls where they are counted too. */
  operations: {
    'home.show': { rounds: 2 },
    'catalog.product': { rounds: 2 },
    'catalog.search': { rounds: 2 },
    'orders.quote': { rounds: 2 },
    /** Three lines, a coupon and points. */
    'orders.place': { calls: 16, rounds: 9 },
  },
  /** A price of 50 lines with 30 activities, nothing but arithmetic; printed by `bench`. */
  quoteMs: 5,
  /**
   * With 10,000 products and 100,000 orders stored; printed by `bench`. A query that looks at more
   * than a tenth of the products is a scan, whatever index it walks along.
   */
  scale: { documentsPerQuery: 1_000 },
  functions: {
    bundleBytes: 1.6 * MB,
    /** Loading a function over loading the bare SDK; printed by `bench`, never a test. */
    loadOverSdk: 1.25,
  },
  /** The real year, imported on 2 cores; printed by `bench`. */
  importYear: { seconds: 180, memoryBytes: 500 * MB },
} as const
