import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import Module, { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { constants, Script } from 'node:vm'

/**
 * Loads CommonJS files, each once, and keeps what V8 compiled of them in `folder`. A function with
 * the SDK has 1.6 MB of source, and every new worker would compile it again: a fifth of a second
 * each time. The code itself runs as Node would run it.
 */
export function codeCacheLoader(folder: string): (file: string) => unknown {
  const modules = new Map<string, Module>()
  return (file): unknown => {
    const known = modules.get(file)
    if (known) return known.exports as unknown
    const module = new Module(file)
    module.filename = file
    run(module, folder)
    modules.set(file, module)
    module.loaded = true
    return module.exports as unknown
  }
}

/** What Node wraps a module into: `(exports, require, module, __filename, __dirname) => …`. */
type Wrapper = (...scope: unknown[]) => void

function run(module: Module, folder: string): void {
  const { filename } = module
  const source = Module.wrap(readFileSync(filename, 'utf8'))
  // V8 compares no more than the length of the source: the name has to tell versions apart.
  const cacheFile = join(folder, `${createHash('sha1').update(source).digest('hex')}.bin`)
  const script = new Script(source, {
    filename,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    ...(existsSync(cacheFile) ? { cachedData: readFileSync(cacheFile) } : {}),
  })
  const wrapper = script.runInThisContext() as Wrapper
  wrapper(module.exports, createRequire(filename), module, filename, dirname(filename))
  // After the run, since functions are compiled when they are first called.
  if (script.cachedDataRejected !== false) store(cacheFile, script.createCachedData())
}

/** Several workers may store one file at the same time: it appears as a whole or not at all. */
function store(file: string, data: Buffer): void {
  const draft = `${file}.${process.pid}.${Math.random().toString(36).slice(2)}`
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(draft, data)
    renameSync(draft, file)
  } catch {
    // Without the cache everything works, only slower.
  }
}
