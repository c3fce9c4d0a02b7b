/** Shanghai is eight hours ahead of UTC; a day is a whole number of these after that. */
const LOCAL_MS = 8 * 3_600_000
const DAY_MS = 86_400_000

/**
 * `row`: the lines of orders. `told`: what became of every other row. `beyond`: lines that return
 * more than was sold. Nothing here outlives the command, so the file needs no journal and no sync.
 */
export const SCHEMA = `
  PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -16000;
  CREATE TABLE row (
    customer TEXT NOT NULL, number TEXT NOT NULL, at INTEGER NOT NULL, line INTEGER NOT NULL,
    code TEXT NOT NULL, title TEXT NOT NULL, unit INTEGER NOT NULL, quantity INTEGER NOT NULL,
    amount INTEGER NOT NULL, refund INTEGER NOT NULL, note TEXT NOT NULL
  );
  CREATE TABLE told (line INTEGER PRIMARY KEY, fate TEXT NOT NULL, note TEXT NOT NULL);
  CREATE TABLE beyond (line INTEGER PRIMARY KEY, returned INTEGER NOT NULL, sold INTEGER NOT NULL)`

/** Columns of `row` that identify something, by field. */
export const KEY_COLUMNS = { invoice: 'number', sku: 'code', customer: 'customer' } as const

/** Whole numbers longer than a spreadsheet's 15 exact digits. */
const long = (column: string): string => `length(${column}) > 15 AND ${column} NOT GLOB '*[^0-9]*'`

/** Of these, those that end in zeros only from the 16th digit on. */
const zeroEnded = (column: string): string =>
  `${long(column)} AND substr(${column}, 16) NOT GLOB '*[^0]*'`

/** The long numbers of a column, by their number of digits. */
export const longNumbers = (column: string): string => `
  SELECT length(${column}) AS digits, COUNT(DISTINCT ${column}) AS count,
    COUNT(DISTINCT CASE WHEN ${zeroEnded(column)} THEN ${column} END) AS zeroEnded
  FROM row WHERE ${long(column)} GROUP BY length(${column})`

/** Rows whose number was rounded: read, then removed. */
export const zeroEndedRows = (column: string) => ({
  find: `SELECT line, ${column} AS text FROM row WHERE ${zeroEnded(column)} AND line > ?
    ORDER BY line LIMIT ?`,
  remove: `DELETE FROM row WHERE ${zeroEnded(column)}`,
})

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`

/**
 * Which invoices cancel, by their number. A declared beginning is believed. Without one only the
 * known form of the Online Retail data is: a C, digits, and not a single piece sold.
 */
const cancelsByNumber = (declaredPrefix: string | null): string => {
  if (declaredPrefix === null) {
    return "number GLOB 'C[0-9]*' AND substr(number, 2) NOT GLOB '*[^0-9]*' AND MAX(quantity) < 0"
  }
  const prefix = quoted(declaredPrefix)
  return `${prefix} <> '' AND substr(number, 1, length(${prefix})) = ${prefix}`
}

/**
 * Lists the invoices. One with several times takes the earliest; one that as a whole gives money
 * back is a cancellation whatever its number. Where declared cancellations are written with
 * positive quantities, these are what came back.
 */
export const sealing = (declaredPrefix: string | null): string => `
  CREATE INDEX by_invoice ON row (customer, number, line);
  CREATE INDEX by_line ON row (line);
  CREATE TABLE invoice AS SELECT customer, number, MIN(at) AS at, SUM(amount) AS amount,
    SUM(refund) AS refund, MIN(quantity) AS least,
    (SUM(amount) < 0 OR (${cancelsByNumber(declaredPrefix)})) AS cancels
    FROM row GROUP BY customer, number;
  CREATE INDEX by_customer ON invoice (customer, number);
  UPDATE row SET quantity = -quantity, amount = -amount, refund = 0 WHERE (customer, number) IN (
    SELECT customer, number FROM invoice WHERE cancels AND least > 0 AND amount >= 0);
  UPDATE invoice SET amount = -amount, refund = 0 WHERE cancels AND least > 0 AND amount >= 0`

/** What was sold, and what of it was kept, is never less than nothing. */
export const FIGURES = `
  WITH buyer AS (
    SELECT COUNT(DISTINCT (at + ${LOCAL_MS}) / ${DAY_MS}) AS days
    FROM invoice WHERE NOT cancels GROUP BY customer)
  SELECT COUNT(DISTINCT customer) AS customers, COUNT(*) AS invoices,
    COALESCE(SUM(cancels), 0) AS cancellations,
    COALESCE(SUM(CASE WHEN cancels THEN 0 ELSE MAX(0, amount) END), 0) AS salesFen,
    COALESCE(SUM(CASE WHEN cancels THEN MIN(0, amount)
      ELSE MAX(0, amount - refund) END), 0) AS netFen, MAX(at) AS latest,
    (SELECT COUNT(*) FROM buyer) AS buyers,
    (SELECT COUNT(*) FROM buyer WHERE days > 1) AS repeatBuyers
  FROM invoice`

/** A customer's lines, invoice by invoice, in the order of the file. */
export const LINES = `
  SELECT number, invoice.at AS at, cancels, line, code, title, unit, quantity,
    row.amount AS amount, row.refund AS refund
  FROM invoice JOIN row USING (customer, number) WHERE customer = ? ORDER BY number, line`

const FATE = `CASE WHEN beyond.line IS NOT NULL THEN 'beyond'
  WHEN cancels OR quantity < 0 THEN 'returned' ELSE 'kept' END`

/** What became of the rows after a line, in the order of the file. */
export const FATES = `
  SELECT line, fate, note, '' AS number, 0 AS quantity, 0 AS amount, 0 AS refund, 0 AS sold
    FROM told WHERE line > :after
  UNION ALL
  SELECT row.line, ${FATE}, note, number, quantity, row.amount, row.refund, COALESCE(sold, 0)
    FROM row JOIN invoice USING (customer, number) LEFT JOIN beyond ON beyond.line = row.line
    WHERE row.line > :after
  ORDER BY line LIMIT :size`

/** How many rows had which fate. */
export const FATE_COUNTS = `
  SELECT fate, COUNT(*) AS count FROM (
    SELECT fate FROM told UNION ALL
    SELECT ${FATE} FROM row JOIN invoice USING (customer, number)
      LEFT JOIN beyond ON beyond.line = row.line) GROUP BY fate`
