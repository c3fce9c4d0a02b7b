import { chmodSync, closeSync, existsSync, mkdirSync, openSync, statSync } from 'node:fs'

/**
 * The shop's files hold customers' data and keys: nobody else on the machine may read them,
 * whatever the umask says.
 */
export const PRIVATE_FILE = 0o600
export const PRIVATE_FOLDER = 0o700

/** Of a folder that everybody shares by design, such as `/tmp`. */
const STICKY = 0o1000

/** Makes a folder that is its owner's alone; one that is there already becomes so. */
export const makePrivateFolder = (folder: string): void => {
  mkdirSync(folder, { recursive: true, mode: PRIVATE_FOLDER })
  if ((statSync(folder).mode & STICKY) === 0) makePrivate(folder, PRIVATE_FOLDER)
}

/**
 * Makes sure that a file is there; SQLite gives its journals the mode of their database. One that
 * is there is never opened here: closing it would drop the locks that this process has on it, as
 * POSIX has it, and another process could then take the journal away (sqlite.org/howtocorrupt,
 * section 2.2).
 */
export const makePrivateFile = (file: string): void => {
  if (!existsSync(file)) closeSync(openSync(file, 'a', PRIVATE_FILE))
  makePrivate(file, PRIVATE_FILE)
}

/** Takes other people's rights away from what is there; nothing is there: nothing to do. */
export const makePrivate = (path: string, mode: number): void => {
  if (!existsSync(path)) return
  try {
    chmodSync(path, mode)
  } catch {
    // Somebody else's, or a file system without modes: who may read it is decided there.
  }
}
