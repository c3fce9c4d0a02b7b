import {
  accessSync,
  constants,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { writeAtomically } from '../../config/build-cache'
import { isAlive } from '../../config/process-alive'
import { DevcloudError } from './devcloud-error'
import { makePrivate, makePrivateFolder, PRIVATE_FILE } from './private-files'

/** See `DataPaths.begun`. */
const BEGUN = 'begun'

/** A local cloud that keeps nothing. */
export const MEMORY = ':memory:'

/** How long a local cloud is given to say that it is alive. */
const ALIVE_MS_MAX = 2000

/** Where a running local cloud can be found: `<data folder>/devcloud.json`. */
export type RunningDevcloud = { pid: number; port: number }

/** The places inside a data folder. */
export type DataPaths = {
  folder: string
  database: string
  records: string
  secrets: string
  files: string
  /** Exists from the first write until the parts of a new shop are all there. */
  begun: string
  /** Writes the port to `devcloud.json`, so that other commands find it. */
  announce(port: number): void
  /** Deletes `devcloud.json`, and the folder itself if it was temporary. */
  release(): void
}

const answers = async ({ pid, port }: RunningDevcloud): Promise<boolean> => {
  try {
    const signal = AbortSignal.timeout(ALIVE_MS_MAX)
    const reply = await fetch(`http://127.0.0.1:${port}/devcloud`, { signal })
    return ((await reply.json()) as { pid?: number }).pid === pid
  } catch (error) {
    // A timeout means alive but busy; no answer, or another program's, means not running.
    return error instanceof Error && error.name === 'TimeoutError'
  }
}

/**
 * The local cloud that runs in a data folder, if any. The file of one that was killed is ignored.
 */
export const findRunningDevcloud = async (folder: string): Promise<RunningDevcloud | undefined> => {
  const file = join(folder, 'devcloud.json')
  if (!existsSync(file)) return undefined
  let devcloud: RunningDevcloud
  try {
    devcloud = JSON.parse(readFileSync(file, 'utf8')) as RunningDevcloud
  } catch {
    return undefined
  }
  return isAlive(devcloud.pid) && (await answers(devcloud)) ? devcloud : undefined
}

const prepare = (folder: string) => {
  try {
    makePrivateFolder(folder)
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error)
    throw new DevcloudError(`The data folder ${folder} cannot be used (${reason}).`)
  }
  if (!statSync(folder).isDirectory()) throw new DevcloudError(`${folder} is not a folder.`)
}

const inMemory = (): DataPaths => {
  const folder = mkdtempSync(join(tmpdir(), 'devcloud-'))
  return {
    folder,
    database: MEMORY,
    records: MEMORY,
    secrets: MEMORY,
    files: join(folder, 'files'),
    begun: join(folder, BEGUN),
    announce: () => undefined,
    release: () => rmSync(folder, { recursive: true, force: true }),
  }
}

const refuseWhenInUse = async (folder: string) => {
  const other = await findRunningDevcloud(folder)
  if (!other) return
  throw new DevcloudError(
    `The data folder ${folder} is in use by the local cloud on port ${other.port} ` +
      `(process ${other.pid}).`,
  )
}

/** Rejects with a `DevcloudError` when the folder is unusable or another local cloud uses it. */
export const checkDataFolder = async (folder: string): Promise<void> => {
  prepare(folder)
  await refuseWhenInUse(folder)
}

/** The data folder: `DEVCLOUD_DATA`, or `.local` in the project. */
export const dataDirFrom = (env: NodeJS.ProcessEnv): string =>
  resolve(env.DEVCLOUD_DATA || join(__dirname, '../../.local'))

/** The shop's files in the data folder; nothing else there is deleted. */
const SHOP_FILES = [
  'database.db',
  'wechat.db',
  'secrets.json',
  'files',
  'devcloud.json',
  'devcloud.log',
  BEGUN,
]

/** Without any of these there is no shop. */
const SHOP_PARTS = ['database.db', 'wechat.db', 'secrets.json', 'files']

/** A file that exists while the demo shop is being filled. */
const SEEDING = 'seeding'

/**
 * True when the folder has no shop yet, or filling it was interrupted. A folder with a part of a
 * shop is not empty: a lost database is no reason to delete the keys and the pictures.
 */
export const needsSeeding = (folder: string): boolean =>
  existsSync(join(folder, SEEDING)) || !SHOP_PARTS.some((name) => existsSync(join(folder, name)))

/** Deletes the shop in a folder; a new one counts as unfinished until `markSeeded`. */
export const deleteShopData = (folder: string): void => {
  const files = SHOP_FILES.flatMap((name) => [name, `${name}-wal`, `${name}-shm`])
  // First, so that an interrupted deletion is an unfinished shop and not a damaged one.
  writeFileSync(join(folder, SEEDING), '', { mode: PRIVATE_FILE })
  for (const name of files) rmSync(join(folder, name), { recursive: true, force: true })
}

/** Marks the demo shop in the folder as complete. */
export const markSeeded = (folder: string): void => rmSync(join(folder, SEEDING), { force: true })

/** Takes a data folder for one local cloud, or a throw-away one for `:memory:`. */
export const claimDataFolder = async (folder: string): Promise<DataPaths> => {
  if (folder === MEMORY) return inMemory()
  await checkDataFolder(folder)
  for (const name of SHOP_FILES.filter((one) => one !== 'files')) {
    for (const file of [name, `${name}-wal`, `${name}-shm`]) {
      makePrivate(join(folder, file), PRIVATE_FILE)
    }
  }
  const announcement = join(folder, 'devcloud.json')
  return {
    folder,
    database: join(folder, 'database.db'),
    records: join(folder, 'wechat.db'),
    secrets: join(folder, 'secrets.json'),
    files: join(folder, 'files'),
    begun: join(folder, BEGUN),
    announce: (port) => {
      const running = JSON.stringify({ pid: process.pid, port })
      writeAtomically(announcement, running, PRIVATE_FILE)
    },
    release: () => rmSync(announcement, { force: true }),
  }
}
