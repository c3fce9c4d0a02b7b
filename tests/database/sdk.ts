import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { QueryReport } from '@local/database/reader'
import { openStore, type Store, type StoreOptions } from '@local/database/store'
import { createGateway, type GatewayOptions } from '@local/gateway/gateway'
import type { GatewayCall } from '@local/ports'
import { DEVCLOUD_APPID } from '@local/secrets'
import { sealSession } from '@local/session'
import type { Database as SdkDatabase } from './sdk-types'

/** The local cloud's database with the unmodified SDK in front of it, on a loopback port. */
export type SdkDevcloud = {
  store: Store
  cloud: SdkCloud
  db: SdkDatabase
  /** The clock the store reads; set it freely. */
  clock: { now(): number; set(ms: number): void }
  warnings: string[]
  queries: QueryReport[]
  calls: GatewayCall[]
  folder: string
  /** `http://127.0.0.1:PORT`. */
  origin: string
  close(): Promise<void>
}

/** What the tests use of the SDK beside its database. */
export type SdkCloud = {
  init(options: { env: string }): void
  database(options: { throwOnNotFound: boolean }): SdkDatabase
  callFunction(call: { name: string; data?: unknown }): Promise<{ result: unknown }>
  openapi: Record<string, Record<string, (args: object) => Promise<Record<string, unknown>>>>
  cloudPay: { unifiedOrder(args: object): Promise<unknown> }
  uploadFile(file: { cloudPath: string; fileContent: Buffer }): Promise<{ fileID: string }>
  downloadFile(file: { fileID: string }): Promise<{ fileContent: Buffer }>
  deleteFile(files: { fileList: string[] }): Promise<{ fileList: { code?: string }[] }>
  getTempFileURL(files: { fileList: string[] }): Promise<{ fileList: { tempFileURL: string }[] }>
}

/** Signs the sessions of these tests. */
export const SESSION_KEY = 'tests'
const START = Date.UTC(2026, 0, 5, 4)

const NO_FAULTS = { before: async () => undefined, after: async () => undefined }
const NO_FUNCTIONS = { invoke: async () => Promise.reject(new Error('no functions here')) }
const NO_OPEN_API = { call: async () => Promise.reject(new Error('no open API here')) }

/** Starts a store and a gateway and points a fresh SDK at them. */
export async function startSdkDevcloud(
  options: Partial<StoreOptions> & { gateway?: Partial<GatewayOptions> } = {},
): Promise<SdkDevcloud> {
  const folder = mkdtempSync(join(tmpdir(), 'devcloud-'))
  const warnings: string[] = []
  const queries: QueryReport[] = []
  const calls: GatewayCall[] = []
  let now = START
  const clock = { now: () => now, set: (ms: number) => void (now = ms) }
  const store = openStore({
    file: ':memory:',
    clock,
    collections: [],
    onWarning: (message) => warnings.push(message),
    onQuery: (report) => queries.push(report),
    ...options,
  })
  const { serve } = createGateway({
    store,
    functions: NO_FUNCTIONS,
    openApi: NO_OPEN_API,
    cloudPay: ({ api, args }) => ({
      api,
      args_seen: args,
      keys_seen: Object.keys(args),
      err_code: 'ORDERPAID',
    }),
    faults: NO_FAULTS,
    sessionKey: SESSION_KEY,
    filesFolder: join(folder, 'files'),
    onCall: (call) => calls.push(call),
    ...options.gateway,
  })
  const server = createServer(serve)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const cloud = connectSdk(port)
  const origin = `http://127.0.0.1:${port}`
  const db = cloud.database({ throwOnNotFound: false })
  const close = (): Promise<void> => shut(server, store, folder)
  return { store, cloud, db, clock, warnings, queries, calls, folder, origin, close }
}

/** Sets what the SDK reads from the environment, then loads it. */
export function connectSdk(port: number): SdkCloud {
  const caller = { appid: DEVCLOUD_APPID, openid: 'oTest-reader', source: 'wx_client' }
  const session = { caller, functionName: 'tests', requestId: 'r' }
  Object.assign(process.env, {
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: 'devcloud',
    TCB_ENV: 'devcloud',
    TENCENTCLOUD_SECRETID: 'x',
    TENCENTCLOUD_SECRETKEY: 'x',
    TENCENTCLOUD_SESSIONTOKEN: 'x',
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `http://127.0.0.1:${port}/admin` }),
    TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_SEQID,TCB_SOURCE,TCB_SESSIONTOKEN',
    TCB_SEQID: 'r',
    TCB_SOURCE: 'wx_client',
    TCB_SESSIONTOKEN: sealSession(session, SESSION_KEY),
    SILENCE: 'true',
  })
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- after the environment is set
  const cloud = require('wx-server-sdk') as SdkCloud
  cloud.init({ env: 'devcloud' })
  return cloud
}

async function shut(server: Server, store: Store, folder: string): Promise<void> {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  store.close()
  rmSync(folder, { recursive: true, force: true })
}
