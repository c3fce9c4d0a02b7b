import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import type { CollectionSpec } from '@core/data/collections'
import { type BuildOptions, type BuildResult, build, version as esbuildVersion } from 'esbuild'
import { BUDGETS } from './budgets'
import { fingerprint, writeAtomically } from './build-cache'

const ROOT = resolve(__dirname, '..')

/** The folders of sources and of bundles; the project's own by default. */
export type BuildFunctionsOptions = {
  sourceDir?: string
  outDir?: string
  /** The local cloud's worker script; it is no cloud function and is never uploaded. */
  runnerFile?: string
}

/** One bundle; `isFresh` when it was built now, not found unchanged. */
export type BuiltBundle = {
  name: string
  file: string
  bytes: number
  /** The part of `bytes` that comes from our own files, not from packages. */
  ownBytes: number
  isFresh: boolean
}

/** The name of the local cloud's worker script among the built bundles. */
export const RUNNER = 'devcloud-runner'

const COLLECTIONS_FILE = join(ROOT, 'dist/cloudfunctions/collections.json')

const OPTIONS = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node18',
  minify: true,
  // A single line would make stack traces and editors useless.
  lineLimit: 160,
  legalComments: 'none',
  charset: 'utf8',
  logLevel: 'silent',
  metafile: true,
  write: false,
  absWorkingDir: ROOT,
} satisfies BuildOptions

/** Changes with whatever else decides a bundle and its stamp. */
const SALT = JSON.stringify([esbuildVersion, OPTIONS, 'with ownBytes'])

/**
 * The inputs of a bundle, kept beside the bundles but never inside a folder that is uploaded.
 */
type Stamp = { inputs: string[]; ownBytes: number; print: string }

const readStamp = (file: string): Stamp | undefined => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Stamp
  } catch {
    return undefined
  }
}

/** Bytes in the bundle of inputs that do not lie in `node_modules`. */
const ownBytesOf = ({ outputs }: BuildResult<typeof OPTIONS>['metafile']) =>
  Object.values(outputs)
    .flatMap(({ inputs }) => Object.entries(inputs))
    .filter(([path]) => !path.includes('node_modules/'))
    .reduce((sum, [, { bytesInOutput }]) => sum + bytesInOutput, 0)

type BundleOrder = { name: string; entry: string; file: string; stampDir: string }

const bundle = async ({ name, entry, file, stampDir }: BundleOrder): Promise<BuiltBundle> => {
  const stampFile = join(stampDir, `${name}.json`)
  const stamp = readStamp(stampFile)
  if (stamp && existsSync(file) && fingerprint(stamp.inputs, SALT) === stamp.print) {
    const { ownBytes } = stamp
    return { name, file, bytes: statSync(file).size, ownBytes, isFresh: false }
  }
  const result = await build({ ...OPTIONS, entryPoints: [entry], outfile: file })
  const output = result.outputFiles[0]
  if (!output) throw new Error(`esbuild wrote nothing for ${entry}`)
  const inputs = Object.keys(result.metafile.inputs).map((path) => resolve(ROOT, path))
  inputs.push(join(ROOT, 'tsconfig.json'))
  const ownBytes = ownBytesOf(result.metafile)
  const fresh: Stamp = { inputs, ownBytes, print: fingerprint(inputs, SALT) }
  writeAtomically(file, output.contents)
  writeAtomically(stampFile, JSON.stringify(fresh))
  return { name, file, bytes: output.contents.byteLength, ownBytes, isFresh: true }
}

type FunctionOrder = { name: string; sourceDir: string; outDir: string }

const buildFunction = async ({ name, sourceDir, outDir }: FunctionOrder) => {
  const built = await bundle({
    name,
    entry: join(sourceDir, name, 'index.ts'),
    file: join(outDir, name, 'index.js'),
    stampDir: join(outDir, '../.stamps'),
  })
  const { ownBytes: ownBytesMax } = BUDGETS.functions
  if (built.ownBytes > ownBytesMax) {
    throw new Error(
      `${name} is ${built.ownBytes} bytes of our own code; a function may have ${ownBytesMax}`,
    )
  }
  const config = readFileSync(join(sourceDir, name, 'config.json'))
  writeAtomically(join(outDir, name, 'config.json'), config)
  const manifest = { name, version: '1.0.0', private: true, main: 'index.js' }
  writeAtomically(join(outDir, name, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  return built
}

/** Removes old builds of functions whose source is gone, so that nobody uploads them. */
const removeStale = (outDir: string, names: readonly string[]) => {
  if (!existsSync(outDir)) return
  for (const name of readdirSync(outDir)) {
    const folder = join(outDir, name)
    const isBundle =
      existsSync(join(folder, 'index.js')) && existsSync(join(folder, 'package.json'))
    if (isBundle && !names.includes(name)) rmSync(folder, { recursive: true })
  }
}

/**
 * Writes the collections and their indexes as the areas declare them: the local cloud makes them
 * from this file, and so can whoever sets up a real environment.
 */
const buildCollections = async (stampDir: string): Promise<void> => {
  const entry = join(ROOT, 'cloudfunctions/core/operations/app.ts')
  const app = join(ROOT, 'dist/devcloud/app.js')
  const { isFresh } = await bundle({ name: 'devcloud-app', entry, file: app, stampDir })
  if (!isFresh && existsSync(COLLECTIONS_FILE)) return
  const load = createRequire(__filename)
  delete load.cache[app]
  const { COLLECTIONS } = load(app) as { COLLECTIONS: readonly CollectionSpec[] }
  writeAtomically(COLLECTIONS_FILE, `${JSON.stringify(COLLECTIONS, null, 2)}\n`)
}

/**
 * Bundles every cloud function, SDK inside, into `dist/cloudfunctions/<name>/` ready for upload,
 * lists the collections beside them, and bundles the local cloud's worker script into
 * `dist/devcloud/runner.js`. What has not changed is not built again.
 */
export const buildFunctions = async ({
  sourceDir = join(ROOT, 'cloudfunctions/functions'),
  outDir = join(ROOT, 'dist/cloudfunctions'),
  runnerFile = join(ROOT, 'dist/devcloud/runner.js'),
}: BuildFunctionsOptions = {}): Promise<BuiltBundle[]> => {
  const names = existsSync(sourceDir)
    ? readdirSync(sourceDir).filter((name) => existsSync(join(sourceDir, name, 'index.ts')))
    : []
  const order = { sourceDir, outDir }
  const built = await Promise.all(names.map((name) => buildFunction({ name, ...order })))
  removeStale(outDir, names)
  const entry = join(ROOT, 'cloudfunctions/local/functions/runner.ts')
  const stampDir = join(dirname(runnerFile), '../.stamps')
  await buildCollections(join(ROOT, 'dist/.stamps'))
  built.push(await bundle({ name: RUNNER, entry, file: runnerFile, stampDir }))
  // What V8 compiled of bundles that are gone; the workers store it anew.
  const codeCache = join(dirname(runnerFile), 'code-cache')
  if (built.some(({ isFresh }) => isFresh)) rmSync(codeCache, { recursive: true, force: true })
  return built
}

if (resolve(process.argv[1] ?? '') === __filename) {
  buildFunctions().then(
    (built) => {
      const kb = (bytes: number) => `${Math.ceil(bytes / 1024)} KB`
      for (const { name, bytes, ownBytes, isFresh } of built) {
        const size = `${kb(bytes)}, ${kb(ownBytes)} our own`
        process.stdout.write(`${isFresh ? 'built    ' : 'unchanged'} ${name} ${size}\n`)
      }
    },
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
      process.exitCode = 1
    },
  )
}
