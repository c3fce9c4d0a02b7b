import { type Caller, CloudError, type FaultPoint, type OpenApiReply } from '@local/ports'
import { DEVCLOUD_APPID } from '@local/secrets'
import { sealSession } from '@local/session'

import { type SdkDevcloud, SESSION_KEY, startSdkDevcloud } from './sdk'
import { failureOf } from './sdk-types'

let devcloud: SdkDevcloud
let invoked: { name: string; event: unknown; caller: Caller }[] = []
let called: { api: string; args: Record<string, unknown>; functionName: string | undefined }[] = []
type Strike = (point: FaultPoint) => void | Promise<void>
let strike: { before?: Strike; after?: Strike } = {}

const OPEN_APIS: Record<string, () => OpenApiReply> = {
  'subscribeMessage.send': () => ({ kind: 'json', body: { errcode: 0, errmsg: 'ok', msgid: 9 } }),
  'wxacode.getUnlimited': () => ({
    kind: 'bytes',
    contentType: 'image/png',
    bytes: Buffer.from([137, 80, 78, 71, 13, 10]),
  }),
  'security.msgSecCheck': () => ({ kind: 'json', body: { errcode: 87014, errmsg: 'risky' } }),
}

beforeAll(async () => {
  devcloud = await startSdkDevcloud({
    collections: [{ name: 'c', indexes: [] }],
    gateway: {
      functions: {
        invoke: async (name, event, caller) => {
          invoked.push({ name, event, caller })
          if (name === 'big') return 'x'.repeat(1024 * 1024)
          if (name !== 'echo') throw new CloudError('FUNCTION_NOT_FOUND', `no function ${name}`)
          return { received: event }
        },
      },
      openApi: {
        call: async ({ api, args, functionName }) => {
          called.push({ api, args, functionName })
          const reply = OPEN_APIS[api]
          if (!reply) throw new CloudError('-604101', 'no permission')
          return reply()
        },
      },
      faults: {
        before: async (point) => strike.before?.(point),
        after: async (point) => strike.after?.(point),
      },
    },
  })
})
afterAll(() => devcloud.close())
beforeEach(() => {
  devcloud.store.reset()
  invoked = []
  called = []
  strike = {}
  devcloud.calls.length = 0
})

/** A request as the SDK would send it, by hand. */
async function post(body: string): Promise<Record<string, unknown>> {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(`${devcloud.origin}/admin`, { method: 'POST', body, headers })
  expect(response.status).toBe(200)
  return (await response.json()) as Record<string, unknown>
}

/** With the session of a function, as the SDK sends it. */
const signed = (fields: object, key = SESSION_KEY): string => {
  const session = { caller: { appid: 'a', source: '' }, functionName: 'f', requestId: 'r' }
  return JSON.stringify({ ...fields, tcb_sessionToken: sealSession(session, key) })
}

describe('a function that calls a function', () => {
  it('passes the event, and the caller with one more hop in the source', async () => {
    const data = { a: 1, at: new Date(0) }
    const { result } = await devcloud.cloud.callFunction({ name: 'echo', data })
    expect(result).toEqual({ received: { a: 1, at: '1970-01-01T00:00:00.000Z' } })
    expect(invoked[0]?.caller).toEqual({
      appid: DEVCLOUD_APPID,
      openid: 'oTest-reader',
      source: 'wx_client,scf',
    })
  })

  it('hears the code of a failure', async () => {
    const error = await failureOf(devcloud.cloud.callFunction({ name: 'none' }))
    expect(error).toMatchObject({ code: 'FUNCTION_NOT_FOUND', errCode: -1 })
  })

  it('may send 100 KB and hear 1 MB', async () => {
    const big = { text: 'x'.repeat(101 * 1024) }
    const sent = await failureOf(devcloud.cloud.callFunction({ name: 'echo', data: big }))
    expect(sent.code).toBe('EXCEED_MAX_PAYLOAD_SIZE')
    expect(invoked).toEqual([])
    const failure = await failureOf(devcloud.cloud.callFunction({ name: 'big' }))
    expect(failure.code).toBe('EXCEED_MAX_RESPONSE_SIZE')
  })
})

describe('the session', () => {
  it('of another local cloud is refused', async () => {
    const session = { caller: { appid: 'a', source: '' }, functionName: 'f', requestId: 'r' }
    const forged = sealSession(session, 'another key')
    const body = { action: 'functions.invokeFunction', function_name: 'echo', request_data: '{}' }
    const answer = await post(JSON.stringify({ ...body, tcb_sessionToken: forged }))
    expect(answer.code).toBe('SIGN_PARAM_INVALID')
    const good = sealSession(session, SESSION_KEY)
    const other = await post(JSON.stringify({ ...body, tcb_sessionToken: good }))
    expect(other.code).toBeUndefined()
  })
})

describe('open API calls', () => {
  it('carry JSON in snake case and answer in camel case', async () => {
    const reply = await devcloud.cloud.openapi.subscribeMessage?.send?.({
      touser: 'oX',
      templateId: 't',
      data: { thing1: { value: '山野' } },
    })
    expect(called).toEqual([
      {
        api: 'subscribeMessage.send',
        args: { touser: 'oX', template_id: 't', data: { thing1: { value: '山野' } } },
        functionName: 'tests',
      },
    ])
    expect(reply).toMatchObject({ msgid: 9 })
  })

  it('answer bytes with their type', async () => {
    const reply = await devcloud.cloud.openapi.wxacode?.getUnlimited?.({ scene: 'a=1' })
    expect(reply?.contentType).toBe('image/png')
    expect(reply?.buffer).toEqual(Buffer.from([137, 80, 78, 71, 13, 10]))
  })

  it('carry the error of the API, and that of the platform', async () => {
    const risky = devcloud.cloud.openapi.security?.msgSecCheck?.({
      content: 'x',
    }) as Promise<unknown>
    expect((await failureOf(risky)).errCode).toBe(87014)
    const undeclared = devcloud.cloud.openapi.phonenumber?.getPhoneNumber?.({ code: 'x' })
    expect((await failureOf(undeclared as Promise<unknown>)).errCode).toBe(-604101)
  })

  it('of cloudPay carry the arguments in snake case, and answer in camel case', async () => {
    const reply = await devcloud.cloud.cloudPay.unifiedOrder({ outTradeNo: 'A', totalFee: 1 })
    expect(reply).toMatchObject({
      api: 'unifiedOrder',
      argsSeen: { outTradeNo: 'A', totalFee: 1 },
      keysSeen: ['out_trade_no', 'total_fee'],
      // The SDK writes its own over an error number of WeChat Pay.
      errCode: 0,
      errMsg: 'cloudPay.unifiedOrder:ok',
    })
  })
})

describe('cloud storage', () => {
  it('keeps a file, gives it back, and deletes it', async () => {
    const fileContent = Buffer.from('山野\0')
    const { fileID } = await devcloud.cloud.uploadFile({
      cloudPath: 'posters/图 1.txt',
      fileContent,
    })
    expect((await devcloud.cloud.downloadFile({ fileID })).fileContent).toEqual(fileContent)
    const { fileList } = await devcloud.cloud.getTempFileURL({ fileList: [fileID] })
    const response = await fetch(encodeURI(fileList[0]?.tempFileURL ?? ''))
    expect(response.headers.get('content-type')).toContain('text/plain')
    const deleted = await devcloud.cloud.deleteFile({ fileList: [fileID, fileID] })
    expect(deleted.fileList).toHaveLength(2)
    await expect(devcloud.cloud.downloadFile({ fileID })).rejects.toBeDefined()
  })

  it('does not leave its folder, nor accept a file without an upload request', async () => {
    const path = '../../outside.txt'
    const error = await failureOf(
      devcloud.cloud.uploadFile({ cloudPath: path, fileContent: Buffer.from('x') }),
    )
    expect(error.errMsg ?? error.message).toContain('not a path')
    await fetch(`${devcloud.origin}/files/a.txt`, { method: 'PUT', body: 'x' })
    expect((await fetch(`${devcloud.origin}/files/a.txt`)).status).toBe(404)
    expect((await fetch(`${devcloud.origin}/files/%2e%2e%2fa.txt`)).status).not.toBe(200)
  })
})

describe('injected faults', () => {
  const c = () => devcloud.db.collection('c')
  const timeout = () => {
    throw new CloudError('SERVER_TIMEOUT', 'resource server timeout')
  }

  it('before the work: nothing was done', async () => {
    strike.before = timeout
    expect((await failureOf(c().add({ data: { _id: 'x' } }))).errCode).toBe(-501002)
    strike = {}
    expect((await c().count()).total).toBe(0)
  })

  it('after the work: it was done though the caller hears of a timeout', async () => {
    strike.after = timeout
    await failureOf(c().add({ data: { _id: 'x' } }))
    strike = {}
    expect((await c().count()).total).toBe(1)
  })

  it('a conflict has aborted the transaction, as a real one', async () => {
    const t = await devcloud.db.startTransaction()
    await t.collection('c').add({ data: { _id: 'x' } })
    strike.before = () => {
      throw new CloudError('DATABASE_TRANSACTION_CONFLICT', '[…TransactionConflict]')
    }
    await failureOf(t.collection('c').add({ data: { _id: 'y' } }))
    strike = {}
    const error = await failureOf(t.commit())
    expect(error.message).toContain('TransactionNotExist')
    expect((await c().count()).total).toBe(0)
  })

  it('know action, collection and transaction', async () => {
    const points: FaultPoint[] = []
    strike.before = (point) => void points.push(point)
    await devcloud.db.runTransaction(async (t) => t.collection('c').doc('x').get())
    expect(points.map(({ action }) => action)).toEqual([
      'database.startTransaction',
      'database.getDocument',
      'database.commitTransaction',
    ])
    expect(points[1]?.collection).toBe('c')
    expect(points[1]?.transactionId).toBe(points[2]?.transactionId)
  })
})

describe('the envelope', () => {
  it('reports action, collection, time and code of every call', async () => {
    await devcloud.db.collection('c').get()
    await failureOf(devcloud.db.collection('none').get())
    expect(devcloud.calls).toMatchObject([
      { action: 'database.getDocument', collection: 'c' },
      { action: 'database.getDocument', collection: 'none', code: 'DATABASE_COLLECTION_NOT_EXIST' },
    ])
    expect(devcloud.calls[0]?.ms).toBeGreaterThan(0)
    expect(new Set(devcloud.calls.map(({ requestId }) => requestId)).size).toBe(2)
  })

  it.each([
    ['an unknown action', '{"action":"database.runCommand"}'],
    ['a body that is not JSON', '{'],
    ['a body without an action', '{}'],
  ])('%s is answered with HTTP 200 and a code', async (_name, body) => {
    expect(await post(body)).toMatchObject({ code: 'INVALID_PARAM', requestId: expect.any(String) })
  })

  it.each(['null', '7', '[]', '"text"'])('a body that is %s is none of ours', async (body) => {
    expect(await post(body)).toMatchObject({ code: 'INVALID_PARAM' })
  })

  it('a second operation of a busy transaction is refused', async () => {
    const { transactionId } = (await post(signed({ action: 'database.startTransaction' }))) as {
      transactionId: string
    }
    let release: () => void = () => undefined
    strike.before = () => new Promise<void>((resolve) => (release = resolve))
    const read = { action: 'database.getDocument', collectionName: 'c', transactionId }
    const first = post(signed({ ...read, query: '{}', queryType: 'WHERE' }))
    await new Promise((resolve) => setTimeout(resolve, 100))
    const second = await post(signed({ ...read, query: '{}', queryType: 'WHERE' }))
    expect(second.message).toContain('[ResourceUnavailable.TransactionBusy]')
    release()
    expect((await first).code).toBeUndefined()
  })
})
