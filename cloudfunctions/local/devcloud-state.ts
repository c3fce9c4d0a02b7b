import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { type ClockOptions, type MovableClock, openClock } from './clock'
import { type DataPaths, MEMORY } from './data-folder'
import type { DatabaseCopy } from './database/copy'
import type { QueryReport } from './database/reader'
import { openStore, type Store } from './database/store'
import { DevcloudError } from './devcloud-error'
import { createFaults, type DevcloudFaults } from './faults'
import { createMetrics, type Metrics } from './metrics'
import type { CollectionSpec } from './ports'
import { PRIVATE_FILE } from './private-files'
import { type DevcloudRecords, openRecords, type RecordsCopy } from './records'
import { type DevcloudSecrets, memorySecrets, openSecrets } from './secrets'
import { inspectShopFiles } from './shop-files'
import { stampOf, writeStamp } from './stamp'

/** The state of a local cloud: stored in its data folder, or counted in memory. */
export type DevcloudState = {
  records: DevcloudRecords
  clock: MovableClock
  secrets: DevcloudSecrets
  store: Store
  faults: DevcloudFaults
  metrics: Metrics
  /** Reports what no caller hears of. */
  warn(line: string): void
  /** A copy in memory, and back to one. */
  copy(): ShopCopy
  restore(copy: ShopCopy): void
  /** Empties all of it; the keys stay. */
  forget(): void
  close(): void
}

/** Everything that a local cloud remembers, at a moment; its keys and files stay. */
export type ShopCopy = { at: number; database: DatabaseCopy; records: RecordsCopy }

/** How the state is opened. */
export type DevcloudStateOptions = {
  collections: readonly CollectionSpec[]
  clock?: ClockOptions
  log?: (line: string) => void
  warn?: (line: string) => void
  onQuery?: (report: QueryReport) => void
}

const openDatabase = (file: string, options: Parameters<typeof openStore>[0]): Store => {
  try {
    return openStore(options)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new DevcloudError(`${file} cannot be used (${reason}); npm run reset deletes it.`)
  }
}

/**
 * The keys of a data folder whose parts are all there and belong together, or of a new shop. While
 * a new shop is begun a file says so: parts that a kill then leaves missing are no damage.
 */
const openKeys = async (paths: DataPaths): Promise<DevcloudSecrets> => {
  const found = inspectShopFiles(paths, existsSync(paths.begun))
  if (!found.secrets) writeFileSync(paths.begun, '', { mode: PRIVATE_FILE })
  const secrets = await openSecrets(paths.secrets)
  const stamp = stampOf(found.database ?? found.records, secrets)
  if (found.database !== stamp) writeStamp(paths.database, stamp)
  if (found.records !== stamp) writeStamp(paths.records, stamp)
  return secrets
}

/** Opens the state that a data folder holds. */
export const openDevcloudState = async (
  paths: DataPaths,
  options: DevcloudStateOptions,
): Promise<DevcloudState> => {
  const { collections, log = () => undefined, warn = console.warn, onQuery } = options
  const isKept = paths.secrets !== MEMORY
  const secrets = await (isKept ? openKeys(paths) : memorySecrets())
  const records = openRecords(paths.records)
  const clock = openClock(records, options.clock)
  const { database: file } = paths
  const store = openDatabase(file, { file, clock, collections, onWarning: warn, onQuery })
  if (isKept) rmSync(paths.begun, { force: true })
  const faults = createFaults()
  const metrics = createMetrics(log)
  return {
    records,
    clock,
    secrets,
    store,
    faults,
    metrics,
    warn,
    copy: () => ({ at: clock.now(), database: store.copy(), records: records.copy() }),
    restore: (copy) => {
      store.restore(copy.database)
      records.restore(copy.records)
      clock.restore(copy.at)
    },
    forget: () => {
      store.reset()
      records.clear()
      clock.restart()
      faults.clear()
      metrics.clear()
    },
    close: () => {
      store.close()
      records.close()
    },
  }
}
