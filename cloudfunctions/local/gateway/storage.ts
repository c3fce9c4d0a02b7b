import { createHmac, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join, normalize, sep } from 'node:path'
import { own } from '@core/kernel/own'

import { CloudError } from '@local/ports'
import { PRIVATE_FILE, PRIVATE_FOLDER } from '@local/private-files'

/** What every file id begins with; the rest is the path. */
const FILE_ID_PREFIX = 'cloud://devcloud.files/'

/** The largest file the local cloud keeps. */
export const FILE_BYTES_MAX = 20 * 1024 * 1024

/** A file that is read. */
export type StoredFile = { bytes: Buffer; contentType: string }

/** Cloud storage as a folder: the SDK's three requests, and reading and writing by path. */
export class FileStorage {
  private readonly key = randomUUID()

  constructor(private readonly folder: string) {}

  /** Where to put a file, signed so that only the caller may upload. */
  uploadMetadata(path: string, origin: string) {
    this.placeOf(path)
    return {
      url: `${origin}/files/${encodeURI(path)}`,
      token: 'devcloud',
      authorization: this.signature(path),
      fileId: FILE_ID_PREFIX + path,
      // It travels in a header, where only ASCII may.
      cosFileId: encodeURIComponent(path),
    }
  }

  /** Where files can be read. */
  downloadUrls(ids: readonly string[], origin: string) {
    return ids.map((fileID) => {
      const path = pathOf(fileID)
      const exists = path !== undefined && existsSync(this.placeOf(path))
      return exists
        ? { code: 'SUCCESS', fileid: fileID, fileID, tempFileURL: `${origin}/files/${path}` }
        : { code: 'STORAGE_FILE_NONEXIST', fileid: fileID, fileID, tempFileURL: '' }
    })
  }

  /** Deletes files; returns a result for each. */
  async remove(ids: readonly string[]) {
    return Promise.all(
      ids.map(async (fileID) => {
        const path = pathOf(fileID)
        const place = path === undefined ? undefined : this.placeOf(path)
        if (!place || !existsSync(place)) return { fileID, code: 'STORAGE_FILE_NONEXIST' }
        await rm(place)
        return { fileID, code: 'SUCCESS' }
      }),
    )
  }

  /** Stores a file that the SDK uploads. */
  async write(path: string, bytes: Buffer, authorization: string | undefined): Promise<void> {
    if (authorization !== this.signature(path)) {
      throw new CloudError('STORAGE_SIGN_PARAM_INVALID', 'the signature does not match')
    }
    await this.keep(path, bytes)
  }

  /** Stores a file that a phone uploads; returns its id. */
  async keep(path: string, bytes: Buffer): Promise<string> {
    const place = this.placeOf(path)
    await mkdir(dirname(place), { recursive: true, mode: PRIVATE_FOLDER })
    await writeFile(place, bytes, { mode: PRIVATE_FILE })
    return FILE_ID_PREFIX + path
  }

  /** A file by its path; undefined when there is none. */
  async read(path: string): Promise<StoredFile | undefined> {
    const place = this.placeOf(path)
    if (!existsSync(place)) return undefined
    const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase()
    const contentType = own(TYPES, extension) ?? 'application/octet-stream'
    return { bytes: await readFile(place), contentType }
  }

  private placeOf(path: string): string {
    const clean = normalize(path)
    if (path === '' || clean.startsWith('..') || clean.startsWith(sep)) {
      throw new CloudError('STORAGE_REQUEST_FAIL', `not a path: ${path}`)
    }
    return join(this.folder, clean)
  }

  private signature(path: string): string {
    return createHmac('sha256', this.key).update(path).digest('hex')
  }
}

const TYPES: Record<string, string> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  svg: 'image/svg+xml',
  webp: 'image/webp',
  json: 'application/json; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
}

function pathOf(fileId: string): string | undefined {
  return fileId.startsWith(FILE_ID_PREFIX) ? fileId.slice(FILE_ID_PREFIX.length) : undefined
}
