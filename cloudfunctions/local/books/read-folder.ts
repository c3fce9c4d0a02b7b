import { copyFileSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CollectionName } from '@core/data/documents'
import { type StoredDocument, upcast } from '@core/data/schemas'
import { APP } from '@core/operations/app'
import { findRunningDevcloud } from '@local/data-folder'
import { decodeStored } from '@local/database/codec'
import { DevcloudError } from '@local/devcloud-error'
import Database from 'libsql'
import type { StoredBooks } from './books'

/** The books of a data folder and the shop's clock there. */
export type FolderBooks = { stored: StoredBooks; now: number }

/**
 * Reads everything that a data folder holds, and writes nothing. Rejects with a `DevcloudError` of
 * one sentence when it is no data folder of this shop, or a local cloud is using it.
 */
export async function readFolder(folder: string): Promise<FolderBooks> {
  if (!existsSync(folder)) throw new DevcloudError(`There is no folder ${folder}.`)
  if (!statSync(folder).isDirectory()) throw new DevcloudError(`${folder} is not a folder.`)
  const file = join(folder, 'database.db')
  if (!existsSync(file) || statSync(file).size === 0) {
    throw new DevcloudError(`The folder ${folder} has no shop in it: it lacks a database.db.`)
  }
  const running = await findRunningDevcloud(folder)
  if (running) {
    throw new DevcloudError(
      `The shop in ${folder} is open on port ${running.port}: close it, so that nothing moves ` +
        'while its books are read.',
    )
  }
  return { stored: readDatabase(file), now: readClock(join(folder, 'wechat.db')) }
}

function readDatabase(file: string): StoredBooks {
  return reading(file, (database) => {
    const tables = database.prepare('SELECT n, name FROM collections ORDER BY n').all() as {
      n: number
      name: string
    }[]
    return new Map(
      tables.map(({ n, name }) => {
        const rows = database.prepare(`SELECT doc FROM d${n}`).all() as { doc: string }[]
        return [name, rows.map(({ doc }) => lifted(name, doc))]
      }),
    )
  })
}

/** A stored text as a document of the present schema version. */
export const lifted = (collection: string, text: string): StoredDocument =>
  upcast(APP.upcasts, collection as CollectionName, decodeStored(text) as StoredDocument)

type KeptClock = { kind: 'stopped'; at: number } | { kind: 'running'; offsetMs: number }

/** The shop's clock as it was left; real time where it was never set. */
function readClock(file: string): number {
  if (!existsSync(file) || statSync(file).size === 0) return Date.now()
  return reading(file, (database) => {
    const sql = "SELECT json FROM record WHERE kind = 'clock' AND id = 'now'"
    const [row] = database.prepare(sql).all() as { json: string }[]
    const kept = row && (JSON.parse(row.json) as KeptClock)
    if (!kept) return Date.now()
    return kept.kind === 'stopped' ? kept.at : Date.now() + kept.offsetMs
  })
}

/**
 * Reads a copy: SQLite writes beside a database that it opens, even one that it may only read.
 * What a killed shop has left in its journal is part of the copy.
 */
function reading<T>(file: string, work: (database: Database.Database) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'books-'))
  let database: Database.Database | undefined
  try {
    const copy = join(folder, 'copy.db')
    for (const part of ['', '-wal']) {
      if (existsSync(`${file}${part}`)) copyFileSync(`${file}${part}`, `${copy}${part}`)
    }
    database = new Database(copy)
    return work(database)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new DevcloudError(`${file} is no database of this shop (${reason}).`)
  } finally {
    database?.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
