import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { isAlive } from '../../config/alive'
import { writeWhole } from '../../config/changed'
import { DeskError } from './desk-error'

/** A desk that keeps nothing. */
export const MEMORY = ':memory:'

/** How long a desk is given to say that it is alive. */
const ALIVE_MS_MAX = 2000

/** Where a running desk can be found: `<data folder>/desk.json`. */
export type RunningDesk = { pid: number; port: number }

/** The places inside a data folder. */
export type DataFolder = {
  folder: string
  database: string
  records: string
  secrets: string
  files: string
  /** Tells others where the desk is. */
  announce(port: number): void
  /** Takes the announcement back and removes what was only for this run. */
  leave(): void
}

const answers = async ({ pid, port }: RunningDesk): Promise<boolean> => {
  try {
    const signal = AbortSignal.timeout(ALIVE_MS_MAX)
    const reply = await fetch(`http://127.0.0.1:${port}/desk`, { signal })
    return ((await reply.json()) as { pid?: number }).pid === pid
  } catch (error) {
    // Too busy to answer is alive; nobody there, or somebody else, is not.
    return error instanceof Error && error.name === 'TimeoutError'
  }
}

/**
 * The desk that lives in a data folder now, if any. A number left by a killed desk is not believed.
 */
export const findRunningDesk = async (folder: string): Promise<RunningDesk | undefined> => {
  const file = join(folder, 'desk.json')
  if (!existsSync(file)) return undefined
  let desk: RunningDesk
  try {
    desk = JSON.parse(readFileSync(file, 'utf8')) as RunningDesk
  } catch {
    return undefined
  }
  return isAlive(desk.pid) && (await answers(desk)) ? desk : undefined
}

const prepare = (folder: string) => {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error)
    throw new DeskError(`The data folder ${folder} cannot be used (${reason}).`)
  }
  if (!statSync(folder).isDirectory()) throw new DeskError(`${folder} is not a folder.`)
}

const inMemory = (): DataFolder => {
  const folder = mkdtempSync(join(tmpdir(), 'desk-'))
  return {
    folder,
    database: MEMORY,
    records: MEMORY,
    secrets: MEMORY,
    files: join(folder, 'files'),
    announce: () => undefined,
    leave: () => rmSync(folder, { recursive: true, force: true }),
  }
}

const refuseWhenInUse = async (folder: string) => {
  const other = await findRunningDesk(folder)
  if (!other) return
  throw new DeskError(
    `The data folder ${folder} is in use by the desk on port ${other.port} (process ${other.pid}).`,
  )
}

/** Rejects with a `DeskError` when the folder cannot be used or another desk is using it. */
export const checkDataFolder = async (folder: string): Promise<void> => {
  prepare(folder)
  await refuseWhenInUse(folder)
}

/** Where data lies: `DESK_DATA`, or `.local` in the project. */
export const dataDirOf = (env: NodeJS.ProcessEnv): string =>
  resolve(env.DESK_DATA || join(__dirname, '../../.local'))

/** What a shop has in its folder; everything else there is not ours to delete. */
const SHOP_FILES = ['database.db', 'wechat.db', 'secrets.json', 'files', 'desk.json', 'desk.log']

/** Present from before the demo shop is filled until it is full. */
const SEEDING = 'seeding'

/** True when nobody has used the folder yet, or filling it was interrupted. */
export const isFresh = (folder: string): boolean =>
  existsSync(join(folder, SEEDING)) || !existsSync(join(folder, 'database.db'))

/** Deletes the shop in a folder; what is begun there counts as unfinished until `markSeeded`. */
export const startOver = (folder: string): void => {
  const files = SHOP_FILES.flatMap((name) => [name, `${name}-wal`, `${name}-shm`])
  for (const name of files) rmSync(join(folder, name), { recursive: true, force: true })
  writeFileSync(join(folder, SEEDING), '')
}

/** The shop in the folder is whole. */
export const markSeeded = (folder: string): void => rmSync(join(folder, SEEDING), { force: true })

/** Takes a data folder for one desk, or a throw-away one for `:memory:`. */
export const takeDataFolder = async (folder: string): Promise<DataFolder> => {
  if (folder === MEMORY) return inMemory()
  await checkDataFolder(folder)
  const announcement = join(folder, 'desk.json')
  return {
    folder,
    database: join(folder, 'database.db'),
    records: join(folder, 'wechat.db'),
    secrets: join(folder, 'secrets.json'),
    files: join(folder, 'files'),
    announce: (port) => writeWhole(announcement, JSON.stringify({ pid: process.pid, port })),
    leave: () => rmSync(announcement, { force: true }),
  }
}
