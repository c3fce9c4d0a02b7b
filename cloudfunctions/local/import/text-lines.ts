import { isAscii } from 'node:buffer'
import { createReadStream, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { PassThrough, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { ImportError, reasonOf } from './import-error'

/** Bytes read to detect the kind of file. */
const HEAD_BYTES = 65_536
/** Characters without a line end after which a file is no text of lines. */
const LINE_CHARS_MAX = 1_000_000

/** A file of text: its lines in batches, and how many bytes of the file are read so far. */
export type TextLines = {
  bytes: number
  bytesRead: () => number
  batches: AsyncIterable<string[]>
}

/**
 * Opens a text file or a gzip of one; UTF-8, UTF-16 and GB 18030 (Excel's Chinese) are detected.
 */
export async function openLines(file: string): Promise<TextLines> {
  const bytes = sizeOf(file)
  const head = await firstBytes(file)
  refuseBinary(file, head)
  const isGzip = head[0] === 0x1f && head[1] === 0x8b
  const raw = createReadStream(file)
  return { bytes, bytesRead: () => raw.bytesRead, batches: linesOf(file, raw, isGzip) }
}

function sizeOf(file: string): number {
  const stat = statSync(file, { throwIfNoEntry: false })
  if (!stat) throw new ImportError(`${file} does not exist.`)
  if (!stat.isFile()) throw new ImportError(`${file} is not a file.`)
  if (stat.size === 0) throw new ImportError(`${file} is empty.`)
  return stat.size
}

async function firstBytes(file: string): Promise<Buffer> {
  try {
    const handle = await open(file)
    try {
      const { bytesRead, buffer } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
      return buffer.subarray(0, bytesRead)
    } finally {
      await handle.close()
    }
  } catch (error) {
    throw new ImportError(`${file} cannot be read (${reasonOf(error)}).`)
  }
}

/** Formats that are often mistaken for a CSV. */
const SIGNATURES: readonly { bytes: number[]; is: string }[] = [
  { bytes: [0x50, 0x4b, 0x03, 0x04], is: 'a zip archive or an Excel workbook' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], is: 'an old Excel workbook' },
  { bytes: [0x25, 0x50, 0x44, 0x46], is: 'a PDF' },
]

function refuseBinary(file: string, head: Buffer): void {
  const known = SIGNATURES.find(({ bytes }) => bytes.every((byte, at) => head[at] === byte))
  if (known) throw new ImportError(`${file} is ${known.is}, not a CSV: save it as CSV first.`)
}

async function* linesOf(file: string, raw: Readable, isGzip: boolean): AsyncGenerator<string[]> {
  const bytes = isGzip ? gunzipped(raw) : raw
  let rest = ''
  try {
    let decoder: TextDecoder | null = null
    for await (const chunk of bytes as AsyncIterable<Buffer>) {
      // Plain ASCII reads the same in all of them: the first other character decides.
      if (!isAscii(chunk) || chunk.includes(0)) decoder ??= decoderFor(file, chunk)
      const text = decoder?.decode(chunk, { stream: true }) ?? chunk.toString('latin1')
      const lines = (rest + text).split('\n')
      rest = lines.pop() ?? ''
      if (rest.length > LINE_CHARS_MAX) {
        throw new ImportError(`${file} is not a CSV: it has no lines.`)
      }
      yield lines.map(withoutReturn)
    }
    rest += decoder?.decode() ?? ''
  } catch (error) {
    if (error instanceof ImportError) throw error
    throw new ImportError(`${file} cannot be read to its end (${reasonOf(error)}).`)
  } finally {
    raw.destroy()
  }
  if (rest !== '') yield [withoutReturn(rest)]
}

/** A broken archive must end the reading with its error, which `pipe` does not pass on. */
function gunzipped(raw: Readable): Readable {
  const out = new PassThrough({ highWaterMark: HEAD_BYTES })
  pipeline(raw, createGunzip({ chunkSize: HEAD_BYTES }), out).catch((error: unknown) => {
    out.destroy(error instanceof Error ? error : new Error(String(error)))
  })
  return out
}

const withoutReturn = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line)

/**
 * Chosen by the first piece that is more than ASCII; a byte order mark is dropped by the decoder.
 */
function decoderFor(file: string, head: Buffer): TextDecoder {
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder('utf-16le')
  if (head.includes(0)) throw new ImportError(`${file} is not a CSV: it is not text.`)
  return new TextDecoder(isUtf8(head) ? 'utf-8' : 'gb18030')
}

/** The last character of the piece may be cut in two, so `stream` lets it be incomplete. */
function isUtf8(head: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true })
    return true
  } catch {
    return false
  }
}
