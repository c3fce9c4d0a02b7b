import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { transactionBusy } from '@local/database/errors'
import type { Store } from '@local/database/store'
import { FunctionsCrash } from '@local/faults'
import type { CloudAnswer, CloudRequest } from '@local/functions/protocol'
import {
  type Caller,
  CloudError,
  type FaultPoint,
  type Faults,
  type FunctionInvoker,
  type GatewayCall,
  type OpenApi,
} from '@local/ports'
import { sessionReader } from '@local/session'
import type { CloudPayApi } from '@local/wechat/pay/cloud-pay'

import { bodyOf, type RequestBody, readBody } from './body'
import {
  type Answer,
  type DatabaseRequest,
  isDatabaseAction,
  runDatabaseAction,
} from './database-actions'
import { serveFile } from './files'
import { invokeFunction } from './function-actions'
import { decodeArguments, encodeReply, encodeSystemError } from './openapi-wire'
import { FileStorage } from './storage'
import { runStorageAction } from './storage-actions'

/** What the gateway serves with. */
export type GatewayOptions = {
  store: Store
  functions: FunctionInvoker
  openApi: OpenApi
  cloudPay: CloudPayApi
  faults: Faults
  /** Kills the functions that run, for an injected crash. */
  crash?(): void
  /** Signs the sessions that functions bring along. */
  sessionKey: string
  /** Where cloud storage keeps its files. */
  filesFolder: string
  onCall?: (call: GatewayCall) => void
}

/** The caller and the function that the request's session names. */
type Origin = { caller: Caller; functionName: string | undefined }

type Envelope = { action: string; tcb_sessionToken?: unknown }

/** Bytes of the documents in an answer; 0 when it has none. */
function documentBytes(answer: unknown): number {
  const { data } = answer as { data?: { list?: unknown } }
  const list: unknown[] = Array.isArray(data?.list) ? data.list : []
  return list.reduce<number>(
    (all, text) => (typeof text === 'string' ? all + Buffer.byteLength(text) : all),
    0,
  )
}

/** An answer to a function. */
type Reply = { contentType: string; body: string | Uint8Array }

/** A request, however it came: its body, and the address of the server it was sent to. */
type Asked = { read(): RequestBody | Promise<RequestBody>; address: string }

/** The two ways to the gateway. */
export type GatewayHandlers = {
  /** By HTTP: `POST /admin` for every request, and `/files/…` for cloud storage. */
  serve(request: IncomingMessage, response: ServerResponse): void
  /** By the port of a function's worker. */
  answerWorker(request: CloudRequest): Promise<CloudAnswer>
}

/**
 * The cloud's side of the wire protocol of @cloudbase/node-sdk 3.17.2. Failures are answered with
 * HTTP 200 and a code, as the service does.
 */
export function createGateway(options: GatewayOptions): GatewayHandlers {
  const storage = new FileStorage(options.filesFolder)
  const gateway = new Gateway(options, storage)
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const address = `http://${request.headers.host}`
    const reply = await gateway.reply({ read: () => readBody(request), address })
    if (reply) send(response, reply)
    else response.destroy()
  }
  return {
    serve: (request, response) => {
      const isFile = request.url?.startsWith('/files/') === true
      const work = isFile ? serveFile(storage, request, response) : serve(request, response)
      work.catch(() => response.destroy())
    },
    answerWorker: async ({ exchange, url, contentType, body }) => {
      const raw = typeof body === 'string' ? body : Buffer.from(body)
      const { origin: address } = new URL(url)
      const reply = await gateway.reply({ read: () => bodyOf(raw, contentType), address })
      return reply ? { kind: 'answer', exchange, ...reply } : { kind: 'dropped', exchange }
    },
  }
}

class Gateway {
  /** Transactions with a running operation: a second one is refused meanwhile. */
  private readonly busy = new Set<string>()
  private readonly sessionOf: ReturnType<typeof sessionReader>

  constructor(
    private readonly options: GatewayOptions,
    private readonly storage: FileStorage,
  ) {
    this.sessionOf = sessionReader(options.sessionKey)
  }

  /** Answers a request; `undefined` where nobody is answered, since the functions died. */
  async reply(asked: Asked): Promise<Reply | undefined> {
    const started = performance.now()
    const call: GatewayCall = { action: '', requestId: randomUUID(), ms: 0 }
    let reply: Reply
    try {
      reply = await this.answer(asked, call)
    } catch (error) {
      if (error instanceof FunctionsCrash) return this.crash()
      const { code, message } = failureOf(error)
      call.code = code
      if (isConflict(code, message)) call.isConflict = true
      reply = jsonReply(call.requestId, { code, message })
    }
    call.ms = performance.now() - started
    this.options.onCall?.(call)
    return reply
  }

  /** Nobody is answered. The service ends transactions of the dead within 30 s, here at once. */
  private crash(): undefined {
    this.options.crash?.()
    this.options.store.abortAll()
  }

  private async answer({ read, address }: Asked, call: GatewayCall): Promise<Reply> {
    const body = await read()
    if (body.kind === 'form') {
      const part = (name: string): string => body.parts.get(name)?.toString('utf8') ?? ''
      const origin = this.originOf(part('tcb_sessionToken'))
      call.action = part('action')
      if (!origin) throw unsigned()
      const data = body.parts.get('requestData') ?? Buffer.alloc(0)
      const api = part('apiName')
      const bytes = await this.withFaults({ action: call.action }, () =>
        this.openApi({ action: call.action, api, data }, origin),
      )
      return { contentType: 'application/octet-stream', body: bytes }
    }
    const fields = body.fields as Envelope & Record<string, unknown>
    if (typeof fields.action !== 'string') throw new CloudError('INVALID_PARAM', 'no action')
    call.action = fields.action
    const collection = fields.collectionName
    if (typeof collection === 'string') call.collection = collection
    if (fields.transactionId !== undefined) call.isInTransaction = true
    const origin = this.originOf(fields.tcb_sessionToken)
    if (!origin && isKnownAction(fields.action)) throw unsigned()
    const point = { action: call.action, ...faultPointOf(fields) }
    const answer = await this.withFaults(point, () => this.dispatch(fields, { address, origin }))
    const bytes = documentBytes(answer)
    if (bytes > 0) call.bytes = bytes
    return jsonReply(call.requestId, answer)
  }

  /** Injects faults before or after the work; an injected conflict aborts its transaction first. */
  private async withFaults<T>(point: FaultPoint, work: () => Promise<T>): Promise<T> {
    const { faults, store } = this.options
    const { transactionId } = point
    if (transactionId !== undefined) {
      if (this.busy.has(transactionId)) throw transactionBusy()
      this.busy.add(transactionId)
      // Requests sent together arrive in one turn of the event loop: let the second be seen.
      await new Promise(setImmediate)
    }
    try {
      await faults.before(point).catch((error: unknown) => {
        const isConflict = failureOf(error).code === 'DATABASE_TRANSACTION_CONFLICT'
        if (isConflict && transactionId !== undefined) store.abort(transactionId)
        throw error
      })
      const answer = await work()
      await faults.after(point)
      return answer
    } finally {
      if (transactionId !== undefined) this.busy.delete(transactionId)
    }
  }

  private async dispatch(
    fields: Envelope & Record<string, unknown>,
    { address, origin }: { address: string; origin: Origin | undefined },
  ): Promise<Answer> {
    const { action } = fields
    if (action === INVOKE && origin) {
      return invokeFunction(this.options.functions, fields, origin.caller)
    }
    if (action.startsWith('storage.')) return runStorageAction(this.storage, fields, address)
    const answer = runDatabaseAction(this.options.store, fields)
    if (answer === undefined) throw new CloudError('INVALID_PARAM', `unknown action ${action}`)
    return answer
  }

  private async openApi(
    { action, api, data }: { action: string; api: string; data: Buffer },
    { caller, functionName }: Origin,
  ): Promise<Buffer> {
    if (action === 'wx.wxPayApi') {
      const args = JSON.parse(data.toString('utf8')) as Record<string, unknown>
      const answer = this.options.cloudPay({ api, args, caller })
      return Buffer.from(typeof answer === 'string' ? answer : JSON.stringify(answer))
    }
    if (action !== 'wx.openApi') {
      throw new CloudError('INVALID_PARAM', `${action} ${api} is not provided in the local cloud`)
    }
    try {
      const args = decodeArguments(data)
      return encodeReply(await this.options.openApi.call({ api, args, caller, functionName }))
    } catch (error) {
      // The platform's own refusals travel as a number inside the reply.
      const code = Number(failureOf(error).code)
      if (Number.isInteger(code) && code !== 0) return encodeSystemError(code)
      throw error
    }
  }

  /** Who runs the function that asks; `undefined` when no function of this local cloud asks. */
  private originOf(token: unknown): Origin | undefined {
    return typeof token === 'string' ? this.sessionOf(token) : undefined
  }
}

const INVOKE = 'functions.invokeFunction'

const isKnownAction = (action: string): boolean =>
  action === INVOKE || action.startsWith('storage.') || isDatabaseAction(action)

/**
 * Any program of this machine can reach the port. Only a function has the session that this local
 * cloud sealed for its call: the database, files and WeChat's API answer nobody else.
 */
const unsigned = () =>
  new CloudError('SIGN_PARAM_INVALID', 'the session is missing, or not of this devcloud')

function faultPointOf(fields: Record<string, unknown>): Omit<FaultPoint, 'action'> {
  const { collectionName, transactionId } = fields as DatabaseRequest
  return {
    ...(collectionName === undefined ? {} : { collection: collectionName }),
    ...(transactionId === undefined ? {} : { transactionId }),
  }
}

/** The database has one code for a conflict in a transaction and a text for one outside. */
const isConflict = (code: string, message: string): boolean =>
  code === 'DATABASE_TRANSACTION_CONFLICT' || message.includes('WriteConflict')

function failureOf(error: unknown): { code: string; message: string } {
  if (error instanceof CloudError) return { code: error.code, message: error.message }
  return { code: 'SYS_ERR', message: error instanceof Error ? error.message : String(error) }
}

const jsonReply = (requestId: string, answer: Answer): Reply => ({
  contentType: 'application/json; charset=utf-8',
  body: JSON.stringify({ requestId, ...answer }),
})

function send(response: ServerResponse, { contentType, body }: Reply): void {
  // With its length the answer is one write; without, Node sends it in chunks.
  response.writeHead(200, {
    'content-type': contentType,
    'content-length': Buffer.byteLength(body),
  })
  response.end(body)
}
