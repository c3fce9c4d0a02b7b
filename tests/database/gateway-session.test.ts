import { sealSession } from '@local/session'
import { type SdkDevcloud, SESSION_KEY, startSdkDevcloud } from './sdk'

/** Any program of this machine can reach the gateway; only a function has a session of it. */

let devcloud: SdkDevcloud
let invoked: string[] = []
let called: string[] = []

beforeAll(async () => {
  devcloud = await startSdkDevcloud({
    collections: [{ name: 'c', indexes: [] }],
    gateway: {
      functions: { invoke: async (name) => invoked.push(name) },
      openApi: {
        call: async ({ api }) => {
          called.push(api)
          return { kind: 'json', body: {} }
        },
      },
    },
  })
})
afterAll(() => devcloud.close())
beforeEach(() => {
  devcloud.store.reset()
  invoked = []
  called = []
})

const send = async (body: string | FormData): Promise<{ code?: string }> => {
  const headers = new Headers(
    typeof body === 'string' ? [['content-type', 'application/json']] : [],
  )
  const response = await fetch(`${devcloud.origin}/admin`, { method: 'POST', body, headers })
  return (await response.json()) as { code?: string }
}

const session = (key = SESSION_KEY) => {
  const caller = { appid: 'a', source: '' }
  return sealSession({ caller, functionName: 'f', requestId: 'r' }, key)
}

describe('without a session of this local cloud', () => {
  const document = JSON.stringify({ _id: 'x' })
  const actions = [
    { action: 'database.addCollection', collectionName: 'mine' },
    { action: 'database.insertDocument', collectionName: 'c', data: [document] },
    { action: 'database.getDocument', collectionName: 'c', query: '{}' },
    { action: 'database.calculateDocument', collectionName: 'c', query: '{}' },
    { action: 'database.modifyDocument', collectionName: 'c', query: '{}', data: '{"$set":{}}' },
    { action: 'database.removeDocument', collectionName: 'c', query: '{}', multi: true },
    { action: 'database.aggregateDocuments', collectionName: 'c', stages: [] },
    { action: 'database.startTransaction' },
    { action: 'database.commitTransaction', transactionId: 'x' },
    { action: 'database.abortTransaction', transactionId: 'x' },
    { action: 'storage.getUploadMetadata', path: 'a.txt' },
    { action: 'storage.batchGetDownloadUrl', file_list: [] },
    { action: 'storage.batchDeleteFile', fileid_list: [] },
    { action: 'functions.invokeFunction', function_name: 'echo', request_data: '{}' },
  ]

  it.each(actions)('$action is refused and does nothing', async (fields) => {
    const tokens = [undefined, '', 'x', 'x.y', 7, null]
    const unsigned = tokens.map((token) => JSON.stringify({ ...fields, tcb_sessionToken: token }))
    const signed = (key?: string) => JSON.stringify({ ...fields, tcb_sessionToken: session(key) })
    for (const body of [...unsigned, signed('another key')]) {
      expect((await send(body)).code).toBe('SIGN_PARAM_INVALID')
    }
    expect(devcloud.store.counts()).toEqual({ c: 0 })
    expect(invoked).toEqual([])
    expect((await send(signed())).code).not.toBe('SIGN_PARAM_INVALID')
  })

  it('an open API is refused and not called', async () => {
    const body = new FormData()
    for (const [name, text] of [
      ['action', 'wx.openApi'],
      ['apiName', 'subscribeMessage.send'],
      ['requestData', ''],
    ] as const) {
      body.append(name, text)
    }
    expect((await send(body)).code).toBe('SIGN_PARAM_INVALID')
    expect(called).toEqual([])
  })
})
