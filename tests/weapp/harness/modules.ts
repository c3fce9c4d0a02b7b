import { readFileSync } from 'node:fs'
import { type Context, Script } from 'node:vm'

/** How one world of JavaScript finds and starts its files. */
export type ModuleLoaderOptions = {
  context: Context
  /** What a file sees beside `require`, `module` and `exports`, by name. */
  globals: Record<string, unknown>
  /** Where a request made by a file leads; throws when it leads nowhere. */
  resolve(request: string, fromFile: string): string
}

type Start = (...values: unknown[]) => void

/** Compiled files, by path: a dist is opened many times, and read and compiled once. */
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

/** A CommonJS loader inside one JavaScript world; each file runs once, as in a mini program. */
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
