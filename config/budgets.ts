const KB = 1024
const MB = 1024 * KB

/**
 * What the shop may cost, in one place: `npm run check` compares the built sizes with it, tests
 * compare what they count, `npm run bench` prints all of it. Sizes are bytes.
 */
export const BUDGETS = {
  weapp: {
    /** WeChat's own limits are 2 MB, 2 MB and 30 MB. */
    mainPackageBytes: 600 * KB,
    subpackageBytes: 600 * KB,
    allPackagesBytes: 4 * MB,
  },
  /**
   * From opening the shop until home no longer changes. WeChat's audit wants < 1000 nodes and a
   * depth < 30.
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
    'orders.place': { calls: 14, rounds: 9 },
  },
  /**
   * An order of three lines from its price to the settled payment, both sides' CPU; printed by
   * `bench`.
   */
  orders: { cpuMs: 50, calls: 32, rounds: 22 },
  /** A shop without customers: calls of functions by timers, and calls to the database. */
  idle: { callsPerMonth: 45_000 },
  /** A quote of 50 lines with 30 promotions, pure computation; printed by `bench`. */
  quoteMs: 5,
  /**
   * With 10,000 products and 100,000 orders stored; printed by `bench`. A query that reads more
   * than a tenth of the products is a scan, whatever index it uses.
   */
  scale: { documentsPerQuery: 1_000 },
  /**
   * Of the products that people's queries must find, the share that is among the first five; and
   * queries whose first product is a wrong one.
   */
  search: { recallAt5: 0.95, wrongFirst: 0 },
  /** Taps of the owner's frequent jobs from the staff's home; typing counts as its field's tap. */
  taps: {
    /** In a shop without a category, with a picture. */
    firstProduct: 9,
    /** Two options of two values, at one price. */
    productOf2x2: 18,
    /** 满减 in the whole shop, from now on. */
    spendOff: 7,
    /** Every SKU of a product at a discount, from now on. */
    productDiscount: 9,
    shipOne: 5,
    /** With their addresses copied before. */
    shipTen: 14,
  },
  functions: {
    /** Our own code in one bundle; the SDK, 1.3 MB more, is not ours to change. */
    ownBytes: 400 * KB,
    /**
     * Time to load a function divided by the time to load the bare SDK; printed by `bench`, never
     * a test.
     */
    loadOverSdk: 1.25,
    /** The variables of one function; the service takes 4 KB. */
    environmentBytes: 3 * KB,
  },
  /** The real year, imported on 2 cores; printed by `bench`. */
  importYear: { seconds: 180, memoryBytes: 500 * MB },
} as const
