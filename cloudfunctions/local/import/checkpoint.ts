import { createHash } from 'node:crypto'
import {
  createReadStream,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { makePrivateFolder, PRIVATE_FILE } from '@local/private-files'
import type { ImportOptions } from './options'

/** How far an import got: all customers up to `through`, with this many orders, are in the shop. */
export type ImportPosition = { through: string; orders: number }

/** Nothing is in the shop yet. */
export const IMPORT_START: ImportPosition = { through: '', orders: 0 }

/**
 * Forgets how far imports got. What was taken back or replaced may lie before those positions, and
 * an import that begins anew only finds that most is there.
 */
export function forgetPositions(folder: string): void {
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder)) {
    if (/^mark-[0-9a-f]+\.json$/.test(name)) rmSync(join(folder, name), { force: true })
  }
}

/**
 * Stores how far an import of a file got, so that one that was killed continues there. It belongs
 * to the content of the file and the options that read it, and is deleted when the import is done.
 */
export class Checkpoint {
  private constructor(private readonly file: string) {}

  static async of(folder: string, options: ImportOptions): Promise<Checkpoint> {
    const hash = createHash('sha256')
    const { columns, source, cancelPrefix, dateOrder, states } = options
    hash.update(JSON.stringify([columns, source, cancelPrefix, dateOrder, states]))
    await pipeline(createReadStream(options.file), hash)
    return new Checkpoint(join(folder, `mark-${hash.digest('hex').slice(0, 16)}.json`))
  }

  read(): ImportPosition {
    try {
      return {
        ...IMPORT_START,
        ...(JSON.parse(readFileSync(this.file, 'utf8')) as Partial<ImportPosition>),
      }
    } catch {
      return IMPORT_START
    }
  }

  /** Writes a new file and renames it, so that a kill leaves the old or the new position. */
  write(reached: ImportPosition): void {
    makePrivateFolder(dirname(this.file))
    writeFileSync(`${this.file}.new`, JSON.stringify(reached), { mode: PRIVATE_FILE })
    renameSync(`${this.file}.new`, this.file)
  }

  clear(): void {
    rmSync(this.file, { force: true })
  }
}
