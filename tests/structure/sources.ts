import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { filesBelow } from '../../config/build-cache'

/** The root of the checkout. */
export const ROOT = join(__dirname, '../..')

const CODE = /\.(ts|tsx|mjs|cjs|js|scss)$/

/** Every file of code that people wrote, as a path from the root. */
export const sources = (...folders: string[]): string[] =>
  filesBelow(folders.map((folder) => join(ROOT, folder)))
    .filter((file) => CODE.test(file))
    .map((file) => relative(ROOT, file))

/** Every file of code in the house. */
export const allSources = (): string[] => sources('src', 'config', 'cloudfunctions', 'tests')

/** The text of a file of the checkout. */
export const textOf = (path: string): string => readFileSync(join(ROOT, path), 'utf8')

/** A file of JSON of the checkout; the caller says what it expects to find. */
export const jsonOf = <T>(path: string): T => JSON.parse(textOf(path)) as T
