import { createHash } from 'node:crypto'
import {
  createReadStream,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { ImportOptions } from './options'

/** How far an import came: everything up to customer `through` is in the shop, so many orders. */
export type ImportPosition = { through: string; orders: number }

/** Nothing is in the shop yet. */
export const IMPORT_START: ImportPosition = { through: '', orders: 0 }

/**
 * Remembers how far an import of a file came, so that one which was killed goes on there. The mark
 * belongs to the content of the file and to how it is read; it is gone when the import is done.
 */
export class Checkpoint {
  private constructor(private readonly file: string) {}

  static async of(folder: string, options: ImportOptions): Promise<Checkpoint> {
    const hash = createHash('sha256')
    const { columns, source, cancelPrefix, dateOrder } = options
    hash.update(JSON.stringify([columns, source, cancelPrefix, dateOrder]))
    await pipeline(createReadStream(options.file), hash)
    return new Checkpoint(join(folder, `mark-${hash.digest('hex').slice(0, 16)}.json`))
  }

  read(): ImportPosition {
    try {
      return { ...IMPORT_START, ...(JSON.parse(readFileSync(this.file, 'utf8')) as Partial<ImportPosition>) }
    } catch {
      return IMPORT_START
    }
  }

  /** Written beside and renamed, so that a kill leaves the old one or the new one. */
  write(reached: ImportPosition): void {
    mkdirSync(dirname(this.file), { recursive: true })
    writeFileSync(`${this.file}.new`, JSON.stringify(reached))
    renameSync(`${this.file}.new`, this.file)
  }

  clear(): void {
    rmSync(this.file, { force: true })
  }
}
