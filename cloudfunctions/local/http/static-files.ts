import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { basename, extname, join, normalize, sep } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { DevcloudRequest, Reply } from './reply'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

const COMPRESSED = new Set(['.html', '.js', '.css', '.json', '.svg', '.txt'])

/** Below this the headers cost more than compression saves. */
const COMPRESS_BYTES_MIN = 1024

/** A file whose name carries a hash of its content never changes. */
const HASHED = /[.-][0-9a-f]{8,32}\./

const FOR_EVER = 'public, max-age=31536000, immutable'

/** Files above the count are read again when asked for again. */
const CACHED_MAX = 500

type Encoding = 'br' | 'gzip' | 'identity'

type CachedFile = {
  stamp: string
  etag: string
  headers: Record<string, string>
  bodies: Map<Encoding, Buffer>
}

/** How a folder is served. */
export type FolderOptions = {
  folder: string
  /** Changes the page before it is sent. */
  transformPage?: (html: string) => string
}

const place = (folder: string, path: string): string | undefined => {
  let decoded: string
  try {
    decoded = decodeURIComponent(path)
  } catch {
    return undefined
  }
  const file = normalize(join(folder, decoded))
  return file.startsWith(folder + sep) && !decoded.includes('\0') ? file : undefined
}

const stampOf = (file: string): string | undefined => {
  const found = statSync(file, { throwIfNoEntry: false })
  return found?.isFile() ? `${found.mtimeMs}-${found.size}` : undefined
}

const compress = (bytes: Buffer, encoding: Encoding): Buffer => {
  if (encoding === 'gzip') return gzipSync(bytes)
  if (encoding === 'identity') return bytes
  // 5 of 11: nearly as small, and the first visitor need not wait.
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
}

const encodingFor = ({ headers }: DevcloudRequest, file: CachedFile): Encoding => {
  if (!file.headers.vary) return 'identity'
  const accepted = headers['accept-encoding'] ?? ''
  if (/\bbr\b/.test(accepted)) return 'br'
  return /\bgzip\b/.test(accepted) ? 'gzip' : 'identity'
}

/**
 * Serves the files of a folder from memory: validated by ETag, hashed names for ever, text
 * compressed.
 */
export const serveFolder = ({ folder, transformPage }: FolderOptions) => {
  const cache = new Map<string, CachedFile>()

  const read = (file: string, stamp: string): CachedFile => {
    const known = cache.get(file)
    if (known?.stamp === stamp) return known
    const type = extname(file)
    const raw = readFileSync(file)
    const isPage = type === '.html' && transformPage !== undefined
    const bytes = isPage ? Buffer.from(transformPage(raw.toString('utf8'))) : raw
    const isCompressed = COMPRESSED.has(type) && bytes.length >= COMPRESS_BYTES_MIN
    const etag = `"${createHash('sha1').update(bytes).digest('base64url')}"`
    const fresh: CachedFile = {
      stamp,
      etag,
      headers: {
        'content-type': TYPES[type] ?? 'application/octet-stream',
        'cache-control': HASHED.test(basename(file)) ? FOR_EVER : 'no-cache',
        etag,
        ...(isCompressed ? { vary: 'Accept-Encoding' } : {}),
      },
      bodies: new Map([['identity', bytes]]),
    }
    if (cache.size >= CACHED_MAX) cache.clear()
    cache.set(file, fresh)
    return fresh
  }
  const bodyOf = (file: CachedFile, encoding: Encoding): Buffer => {
    const known = file.bodies.get(encoding)
    if (known) return known
    const fresh = compress(file.bodies.get('identity') as Buffer, encoding)
    file.bodies.set(encoding, fresh)
    return fresh
  }

  /** The file at a path below the folder; undefined when there is none. */
  return (request: DevcloudRequest, path: string): Reply | undefined => {
    const file = place(folder, path)
    const stamp = file && stampOf(file)
    if (!file || !stamp) return undefined
    const found = read(file, stamp)
    if (request.headers['if-none-match'] === found.etag) {
      return { status: 304, headers: found.headers }
    }
    const encoding = encodingFor(request, found)
    const headers = { ...found.headers }
    if (encoding !== 'identity') headers['content-encoding'] = encoding
    return { status: 200, headers, body: bodyOf(found, encoding) }
  }
}
