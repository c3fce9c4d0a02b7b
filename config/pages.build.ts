import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { isBrokenFileId } from '../cloudfunctions/core/kernel/file-id'
import { fingerprint, isStamped, writeAtomically } from './build-cache'
import { isAlive } from './process-alive'

/** The two builds of the pages: for WeChat's engine, and for a browser. */
export type Platform = 'weapp' | 'h5'

const ROOT = resolve(__dirname, '..')

/**
 * All that decides the output: sources, the rules they share with the cloud, the build's settings.
 */
const INPUTS = [
  'src',
  'cloudfunctions/core/kernel',
  'cloudfunctions/core/domain',
  'cloudfunctions/core/contract',
  'config/pictures-license.txt',
  'config/index.ts',
  'config/taro.dev.ts',
  'config/taro.prod.ts',
  'config/babel.config.js',
  'config/floor.js',
  'config/aria.js',
  'project.config.json',
  'tsconfig.json',
  'package-lock.json',
].map((path) => join(ROOT, path))

/** What a build reads from the environment (`config/index.ts`). */
const VARIABLES = ['TARO_APP_DEVCLOUD_URL', 'TARO_APP_CLOUD_ENV', 'TARO_APP_PICTURES_URL']

/** Never `test`: jest's NODE_ENV would give a build that nobody uses. */
const MODE = process.env.NODE_ENV === 'development' ? 'development' : 'production'

const MAIN_FILE = { weapp: 'app.json', h5: 'index.html' } as const

/** A build takes a minute; a lock older than this was left by one that was killed. */
const LOCK_MS_MAX = 10 * 60_000
const LOCK_POLL_MS = 500

const printOf = (platform: Platform) => {
  const salt = VARIABLES.map((name) => `${name}=${process.env[name] ?? ''}`)
  return fingerprint(INPUTS, [platform, MODE, ...salt].join(';'))
}

const stampOf = (platform: Platform) => join(ROOT, `dist/.stamps/pages-${platform}`)

const isBuilt = (platform: Platform, print: string) =>
  existsSync(join(ROOT, 'dist', platform, MAIN_FILE[platform])) &&
  isStamped(stampOf(platform), print)

const sleep = (ms: number) => new Promise((done) => setTimeout(done, ms))

/** A build ended by Ctrl-C leaves its lock; no process has the id in it then. */
const isAbandoned = (lock: string): boolean => {
  try {
    const holder = Number(readFileSync(lock, 'utf8'))
    if (holder > 0) return !isAlive(holder)
    return Date.now() - statSync(lock).mtimeMs > LOCK_MS_MAX
  } catch {
    return false
  }
}

/** Two builds into one folder would mix: the second waits, then finds it built. */
const withLock = async <T>(platform: Platform, work: () => Promise<T>): Promise<T> => {
  const lock = `${stampOf(platform)}.pid`
  mkdirSync(join(ROOT, 'dist/.stamps'), { recursive: true })
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' })
      break
    } catch {
      if (isAbandoned(lock)) rmSync(lock, { force: true })
      else await sleep(LOCK_POLL_MS)
    }
  }
  try {
    return await work()
  } finally {
    rmSync(lock, { force: true })
  }
}

/** A place for pictures that no phone could read is refused before anything is built. */
export const checkPicturesUrl = (url = process.env.TARO_APP_PICTURES_URL ?? ''): void => {
  if (!isBrokenFileId(url)) return
  throw new Error(
    `TARO_APP_PICTURES_URL is "${url}"; a folder of cloud storage is cloud://env.bucket/path.`,
  )
}

/** Runs Taro; its output is shown only when it fails. */
const runTaro = (platform: Platform) =>
  new Promise<void>((done, fail) => {
    const taro = join(ROOT, 'node_modules/@tarojs/cli/bin/taro')
    const env = { ...process.env, NODE_ENV: MODE }
    const child = spawn(process.execPath, [taro, 'build', '--type', platform], { cwd: ROOT, env })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.on('error', fail)
    child.on('exit', (code) => {
      const isComplete = code === 0 && existsSync(join(ROOT, 'dist', platform, MAIN_FILE[platform]))
      if (isComplete) done()
      else fail(new Error(`the pages for ${platform} could not be built:\n${output}`))
    })
  })

/**
 * Builds the pages into `dist/weapp` or `dist/h5` when anything they are made of has changed.
 * Resolves with whether it had to build. `onStart` is called before a build, which takes a minute.
 */
export const buildPages = async (platform: Platform, onStart?: () => void): Promise<boolean> =>
  withLock(platform, async () => {
    checkPicturesUrl()
    const print = printOf(platform)
    if (isBuilt(platform, print)) return false
    onStart?.()
    rmSync(stampOf(platform), { force: true })
    rmSync(join(ROOT, 'dist', platform), { recursive: true, force: true })
    await runTaro(platform)
    writeAtomically(stampOf(platform), print)
    return true
  })

const isPlatform = (word: string | undefined): word is Platform => word === 'weapp' || word === 'h5'

const main = async () => {
  const platform = process.argv[2]
  if (!isPlatform(platform)) throw new Error('The platform is missing: weapp or h5.')
  const startedAt = Date.now()
  const say = (text: string) => process.stdout.write(`${text}\n`)
  const isFresh = await buildPages(platform, () => say(`building the pages for ${platform} …`))
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1)
  say(isFresh ? `built dist/${platform} in ${seconds} s` : `dist/${platform} is up to date`)
}

if (resolve(process.argv[1] ?? '') === __filename) {
  main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  })
}
