import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, watch } from 'node:fs'
import { join, resolve } from 'node:path'
import { buildFunctions } from './functions.build'

/** The builds of `npm run dev`: they go on as long as files change. */

const ROOT = resolve(__dirname, '..')

/** Editors and builds write several files at once; quiet for so long means that they are done. */
const QUIET_MS = 200

/** Calls `onQuiet` once after each burst of changes below a folder. */
const watchFolder = (folder: string, onQuiet: () => void) => {
  let timer: NodeJS.Timeout | undefined
  return watch(folder, { recursive: true }, () => {
    clearTimeout(timer)
    timer = setTimeout(onQuiet, QUIET_MS)
  })
}

/** Stops watching. */
export type StopWatching = () => void

/** Who wants to know of a build. */
export type WatchListener = { onBuilt: (names: string[]) => void; onError: (error: Error) => void }

/** Builds the cloud functions that a change touches. The first build is the caller's. */
export const watchFunctions = ({ onBuilt, onError }: WatchListener): StopWatching => {
  let queue = Promise.resolve()
  const rebuild = async () => {
    try {
      const built = await buildFunctions()
      const names = built.filter(({ isFresh }) => isFresh).map(({ name }) => name)
      if (names.length > 0) onBuilt(names)
    } catch (error) {
      onError(error instanceof Error ? error : new Error(String(error)))
    }
  }
  const onQuiet = () => void (queue = queue.then(rebuild))
  const folders = ['cloudfunctions/core', 'cloudfunctions/functions']
  const watchers = folders.map((folder) => watchFolder(join(ROOT, folder), onQuiet))
  return () => watchers.forEach((watcher) => watcher.close())
}

/** The pages that Taro builds while it watches; `dist/h5` stays what `npm run build:h5` made. */
export const WATCHED_PAGES = join(ROOT, 'dist/h5-watched')

/**
 * Lets Taro build the pages into `WATCHED_PAGES` and go on at each change. Resolves when they are
 * there for the first time, rejects when Taro ends before that.
 */
export const watchPages = (onBuilt: () => void): Promise<StopWatching> =>
  new Promise((done, fail) => {
    rmSync(WATCHED_PAGES, { recursive: true, force: true })
    mkdirSync(WATCHED_PAGES, { recursive: true })
    const taro = join(ROOT, 'node_modules/@tarojs/cli/bin/taro')
    const exit = ['--require', join(ROOT, 'config/exit-with-parent.cjs')]
    const child = spawn(process.execPath, [...exit, taro, 'build', '--type', 'h5', '--watch'], {
      cwd: ROOT,
      env: { ...process.env, NODE_ENV: 'development', TARO_OUTPUT_ROOT: 'dist/h5-watched' },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    const stop = () => {
      watcher.close()
      child.kill()
    }
    let isReady = false
    const watcher = watchFolder(WATCHED_PAGES, () => {
      if (isReady) return onBuilt()
      isReady = existsSync(join(WATCHED_PAGES, 'index.html'))
      if (isReady) done(stop)
    })
    child.on('error', fail)
    child.on('exit', (code) => fail(new Error(`Taro stopped watching with code ${code}.`)))
  })
