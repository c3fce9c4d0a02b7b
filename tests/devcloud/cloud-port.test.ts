import http from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { type CloudPort, installCloudPort } from '@local/functions/cloud-port'
import type { CloudAnswer, CloudRequest } from '@local/functions/protocol'

const GATEWAY = 'http://127.0.0.1:9/admin'
const REAL = http.request

const SDK = createRequire(__filename).resolve('wx-server-sdk')
/** The module by which the SDK sends every request. */
const { request: sdkRequest } = createRequire(SDK)(
  '@cloudbase/node-sdk/dist/utils/request-core',
) as {
  request(
    options: Record<string, unknown>,
    onEnded: (
      error: (Error & { code?: string }) | null,
      response: { statusCode: number },
      body: unknown,
    ) => void,
  ): void
}

type Outcome = { code?: string; message?: string; status?: number; body?: unknown }

let sent: CloudRequest[]
let port: CloudPort

beforeEach(() => {
  sent = []
  port = installCloudPort((request) => sent.push(request))
  port.setGateway(GATEWAY)
})
afterEach(() => {
  http.request = REAL
})

/** Sends as the SDK does, by its own module. */
const ask = (more: Record<string, unknown> = {}): Promise<Outcome> =>
  new Promise((resolve) => {
    const options = { url: `${GATEWAY}?seqId=1`, method: 'post', json: true, timeout: 5_000 }
    const headers = { 'content-type': 'application/json' }
    sdkRequest(
      { ...options, headers, body: { action: '找茶' }, ...more },
      (error, response, body) =>
        resolve(
          error
            ? { code: (error as { code?: string }).code, message: error.message }
            : { status: response.statusCode, body },
        ),
    )
  })
const answers = (exchange: number, body: string): CloudAnswer => ({
  kind: 'answer',
  exchange,
  contentType: 'application/json',
  body,
})

test('the SDK reads by the port what it would read by HTTP', async () => {
  const asked = ask()
  expect(sent).toEqual([
    {
      kind: 'request',
      exchange: 1,
      url: `${GATEWAY}?seqId=1`,
      contentType: 'application/json',
      body: '{"action":"找茶"}',
    },
  ])
  port.deliver(answers(1, '{"data":"龙井"}'))
  expect(await asked).toEqual({ status: 200, body: { data: '龙井' } })
})

test('answers find their requests in any order, and a second answer finds nobody', async () => {
  const [first, second] = [ask(), ask()]
  port.deliver(answers(2, '"second"'))
  port.deliver(answers(1, '"first"'))
  port.deliver(answers(1, '"again"'))
  expect(await first).toMatchObject({ body: 'first' })
  expect(await second).toMatchObject({ body: 'second' })
})

test('an exchange that is broken off is a connection that was reset', async () => {
  const asked = ask()
  port.deliver({ kind: 'dropped', exchange: 1 })
  expect(await asked).toEqual({ code: 'ECONNRESET', message: 'socket hang up' })
})

test('without an answer the request times out as one that was read', async () => {
  expect(await ask({ timeout: 5 })).toMatchObject({ code: 'ESOCKETTIMEDOUT' })
})

test('every other address is reached by HTTP', async () => {
  const server = http.createServer((_request, response) => response.end('{"by":"http"}'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port: number } = server.address() as AddressInfo
  for (const path of ['admin', 'files/a.png']) {
    const outcome = await ask({ url: `http://127.0.0.1:${number}/${path}` })
    expect(outcome).toEqual({ status: 200, body: { by: 'http' } })
  }
  expect(await ask({ url: `${GATEWAY}istrator` })).toMatchObject({ code: 'ECONNREFUSED' })
  expect(sent).toEqual([])
  server.close()
})
