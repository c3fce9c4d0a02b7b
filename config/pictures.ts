import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { PICTURES } from '../cloudfunctions/local/demo/pictures'

const ROOT = resolve(__dirname, '..')
const ASSETS = join(ROOT, 'node_modules/@lobehub/fluent-emoji-3d/assets')
/** The pictures' licence must be distributed with them. */
const LICENSE = join(ROOT, 'config/pictures-license.txt')

/** The copied pictures and their total size. */
export type BuiltPictures = { dir: string; names: string[]; bytes: number; copied: number }

/**
 * Copies the demo shop's pictures to `dist/pictures/<name>.webp` (160 × 160, about 5 KB each, as
 * the package ships them) and drops those no longer used. Unchanged ones are left alone.
 */
export const buildPictures = (dir = join(ROOT, 'dist/pictures')): BuiltPictures => {
  mkdirSync(dir, { recursive: true })
  const wanted = new Map([['LICENSE.txt', LICENSE]])
  for (const [name, code] of Object.entries(PICTURES)) {
    wanted.set(`${name}.webp`, join(ASSETS, `${code}.webp`))
  }
  for (const file of readdirSync(dir)) {
    if (!wanted.has(file)) rmSync(join(dir, file), { recursive: true })
  }
  const copies = [...wanted].filter(([file, source]) => copyIfNew(source, join(dir, file)))
  const sizes = [...wanted.keys()].map((file) => statSync(join(dir, file)).size)
  const bytes = sizes.reduce((sum, size) => sum + size, 0)
  return { dir, names: Object.keys(PICTURES), bytes, copied: copies.length }
}

const copyIfNew = (source: string, target: string): boolean => {
  if (existsSync(target) && statSync(target).mtimeMs >= statSync(source).mtimeMs) {
    if (statSync(target).size === statSync(source).size) return false
  }
  copyFileSync(source, target)
  return true
}

if (resolve(process.argv[1] ?? '') === __filename) {
  const { names, bytes, copied } = buildPictures()
  const size = `${Math.ceil(bytes / 1024)} KB`
  process.stdout.write(`${names.length} pictures, ${size}, ${copied} copied\n`)
}
