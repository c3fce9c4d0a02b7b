import type Database from 'libsql'

/** Rows of one INSERT: SQLite binds at most 32,766 values, and larger ones are not faster. */
const INSERT_ROWS = 100

/** Collects rows of a table and inserts many at once, which is twice as fast. */
export class BulkInsert {
  private values: unknown[] = []
  private rows = 0
  private readonly full: Database.Statement

  constructor(
    private readonly database: Database.Database,
    private readonly table: string,
    private readonly columns: number,
  ) {
    this.full = this.prepare(INSERT_ROWS)
  }

  add(values: readonly unknown[]): void {
    for (const value of values) this.values.push(value)
    this.rows += 1
    if (this.rows === INSERT_ROWS) this.run(this.full)
  }

  flush(): void {
    if (this.rows > 0) this.run(this.prepare(this.rows))
  }

  private run(statement: Database.Statement): void {
    statement.run(this.values)
    this.values = []
    this.rows = 0
  }

  private prepare(rows: number): Database.Statement {
    const row = `(${Array<string>(this.columns).fill('?').join(', ')})`
    const places = Array<string>(rows).fill(row).join(', ')
    return this.database.prepare(`INSERT INTO ${this.table} VALUES ${places}`)
  }
}
