import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'

/** Every file below the given files and folders, sorted; what does not exist is left out. */
export const filesBelow = (paths: readonly string[]): string[] => {
  const found: string[] = []
  const visit = (path: string) => {
    if (!existsSync(path)) return
    if (statSync(path).isFile()) return void found.push(path)
    for (const name of readdirSync(path)) visit(join(path, name))
  }
  paths.forEach(visit)
  return found.sort()
}

/**
 * A hash of the names and contents of files and folders; `salt` is what else decides the output.
 */
export const fingerprint = (paths: readonly string[], salt = ''): string => {
  const hash = createHash('sha256').update(salt)
  for (const file of filesBelow(paths)) {
    hash.update(`\0${file}\0`).update(readFileSync(file))
  }
  return hash.digest('hex')
}

/**
 * True when `stampFile` holds this fingerprint: what was built from these inputs is still there.
 */
export const isStamped = (stampFile: string, print: string): boolean =>
  existsSync(stampFile) && readFileSync(stampFile, 'utf8') === print

/** Writes to a temporary file and renames it, so that a reader never sees half a file. */
export const writeAtomically = (
  file: string,
  content: string | Uint8Array,
  mode?: number,
): void => {
  mkdirSync(dirname(file), { recursive: true })
  const part = `${file}.${process.pid}.part`
  writeFileSync(part, content, { ...(mode !== undefined && { mode }) })
  renameSync(part, file)
}
