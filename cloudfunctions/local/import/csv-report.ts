import { once } from 'node:events'
import { createWriteStream, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { makePrivateFolder, PRIVATE_FILE } from '@local/private-files'

/** Lines written at a time. */
const LINES_WRITTEN = 500

/**
 * Writes the lines of a CSV that spreadsheets open. It begins with a byte order mark, without which
 * a Chinese Excel reads it as GBK.
 */
export async function writeLines(file: string, lines: Iterable<string>): Promise<void> {
  makePrivateFolder(dirname(file))
  rmSync(file, { force: true })
  const out = createWriteStream(file, { mode: PRIVATE_FILE })
  out.write('\ufeff')
  let waiting: string[] = []
  for (const line of lines) {
    waiting.push(`${line}\r\n`)
    if (waiting.length < LINES_WRITTEN) continue
    if (!out.write(waiting.join(''))) await once(out, 'drain')
    waiting = []
  }
  out.end(waiting.join(''))
  await once(out, 'finish')
}

/**
 * A cell that stays one: quoted where that is needed, and guarded where a spreadsheet would take it
 * for a formula or round its digits.
 */
export function csvCell(text: string): string {
  const guarded = /^[=+\-@]|^\d{12,}$/.test(text) ? `\t${text}` : text
  return /[",\r\n\t]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}
