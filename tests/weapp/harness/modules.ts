import { readFileSync } from 'node:fs'
import { type Context, Script } from 'node:vm'

/** How one JavaScript realm resolves and runs its files. */
export type ModuleLoaderOptions = {
  context: Context
  /** Globals of a file besides `require`, `module` and `exports`. */
  globals: Record<string, unknown>
  /** Resolves a request made by a file; throws when it does not exist. */
  resolve(request: string, fromFile: string): string
}

type Start = (...values: unknown[]) => void

/** Compiled files by path: a dist is opened many times but compiled once. */
const scripts = new Map<string, Script>()

const compiled = (file: string, names: readonly string[]): Script => {
  const key = `${names.join()}|${file}`
  const known = scripts.get(key)
  if (known) return known
  const source = readFileSync(file, 'utf8')
  const script = new Script(`(function(${names.join()}){${source}\n})`, { filename: file })
  scripts.set(key, script)
  return script
}

/** A CommonJS loader inside one JavaScript realm; each file runs once, as in a mini program. */
export const moduleLoader = ({ context, globals, resolve }: ModuleLoaderOptions) => {
  const loaded = new Map<string, { exports: unknown }>()
  const names = ['require', 'module', 'exports', ...Object.keys(globals)]
  const load = (file: string): unknown => {
    const known = loaded.get(file)
    if (known) return known.exports
    const module: { exports: unknown } = { exports: {} }
    loaded.set(file, module)
    const start = compiled(file, names).runInContext(context) as Start
    const require = (request: string) => load(resolve(request, file))
    start.call(undefined, require, module, module.exports, ...Object.values(globals))
    return module.exports
  }
  return load
}
