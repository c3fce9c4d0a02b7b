import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Script } from 'node:vm'
import { brotliDecompressSync } from 'node:zlib'
import type { Devcloud } from '@local/devcloud-types'
import { ask, post, startTestDevcloud } from './test-devcloud'

jest.setTimeout(60_000)

const PERSONAS = [
  { openid: 'oDemo-linwan', name: '林晚', note: '</script>金卡', role: 'customer' },
  { openid: 'oDemo-owner', name: '店主', note: '商家', role: 'merchant' },
] as const

const folder = mkdtempSync(join(tmpdir(), 'devcloud-http-'))
const SCRIPT = 'console.log("the shop");'.repeat(200)

let devcloud: Devcloud
beforeAll(async () => {
  mkdirSync(join(folder, 'h5/js'), { recursive: true })
  mkdirSync(join(folder, 'pictures'))
  writeFileSync(join(folder, 'h5/index.html'), '<html><head><title>小铺</title></head></html>')
  writeFileSync(join(folder, 'h5/js/app.0a1b2c3d4e.js'), SCRIPT)
  writeFileSync(join(folder, 'pictures/tea.webp'), 'tea')
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  devcloud = await startTestDevcloud({
    clock: { frozen: true, start: '2026-03-14T02:00:00.000Z' },
    poolSize: 1,
    personas: PERSONAS,
    h5Dir: join(folder, 'h5'),
    picturesDir: join(folder, 'pictures'),
  })
})
beforeEach(() => devcloud.reset())
afterAll(async () => {
  await devcloud.close()
  rmSync(folder, { recursive: true })
})

/** `fetch` will not send these headers or paths as they are. */
const raw = (path: string, headers: Record<string, string>) =>
  new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: Buffer }>(
    (done, fail) => {
      request({ host: '127.0.0.1', port: devcloud.port, path, headers }, (reply) => {
        const chunks: Buffer[] = []
        reply.on('data', (chunk: Buffer) => chunks.push(chunk))
        reply.on('end', () =>
          done({
            status: reply.statusCode ?? 0,
            headers: reply.headers,
            body: Buffer.concat(chunks),
          }),
        )
      })
        .on('error', fail)
        .end()
    },
  )

describe('POST /functions/<name>', () => {
  const path = '/functions/probe'

  test('invokes as the user of the header', async () => {
    const { status, body } = await post(devcloud, path, {
      value: { do: 'whoAmI' },
      openid: 'oDemo-linwan',
    })
    expect(status).toBe(200)
    expect(body).toMatchObject({ OPENID: 'oDemo-linwan', SOURCE: 'wx_client' })
  })

  test.each([
    ['no user', path, { value: {} }, 400, 'OPENID_REQUIRED'],
    ['a user of digits alone', path, { value: {}, openid: '1234567890' }, 400, 'OPENID_REQUIRED'],
    ['no JSON', path, { value: '{', openid: 'oDemo-linwan' }, 400, 'BAD_JSON'],
    ['a list', path, { value: [], openid: 'oDemo-linwan' }, 400, 'BAD_JSON'],
    [
      'an unknown function',
      '/functions/nobody',
      { value: {}, openid: 'oDemo-linwan' },
      404,
      'FUNCTION_NOT_FOUND',
    ],
    [
      'more than 100 KB',
      path,
      { value: { text: 'x'.repeat(102_400) }, openid: 'oDemo-linwan' },
      413,
      'TOO_LARGE',
    ],
    [
      'a function that throws',
      path,
      { value: { do: 'fail' }, openid: 'oDemo-linwan' },
      502,
      'FUNCTIONS_EXECUTE_FAIL',
    ],
  ])('with %s answers an error code and message', async (_, to, sent, status, code) => {
    const reply = await post(devcloud, to, sent)
    expect(reply.status).toBe(status)
    expect(reply.body).toEqual({ code, message: expect.any(String) as string })
  })
})

describe('/http/<path>', () => {
  test('gives the function the event of HTTP access and sends what it answers', async () => {
    const reply = await ask(devcloud, '/http/probe/deep?a=1', {
      method: 'POST',
      body: 'raw words',
      headers: { 'X-Custom': 'Yes' },
    })
    expect(reply.status).toBe(502)
    const notify = await post(devcloud, '/http/payment-notify', { value: {} })
    expect(notify).toMatchObject({ status: 401, body: '{"code":"SIGN_ERROR"}' })
  })

  test('has lower-case headers, the query and the body as it came', async () => {
    const reply = await ask(devcloud, '/http/mirror/deep?a=1&b=%E8%8C%B6', {
      method: 'PUT',
      body: '{"raw": 1}',
      headers: { 'X-Custom': 'Yes' },
    })
    expect(reply.status).toBe(201)
    expect(reply.headers.get('x-mirror')).toBe('yes')
    expect(reply.body).toMatchObject({
      path: '/mirror/deep',
      httpMethod: 'PUT',
      headers: { 'x-custom': 'Yes' },
      queryStringParameters: { a: '1', b: '茶' },
      body: '{"raw": 1}',
      isBase64Encoded: false,
    })
    expect(reply.body).not.toHaveProperty('userInfo')
  })
})

describe('/devcloud/clock', () => {
  test('reads and moves, and lists the timers that fired', async () => {
    const now = '2026-03-14T02:00:00.000Z'
    expect((await ask(devcloud, '/devcloud/clock')).body).toEqual({ now })
    const { body } = await post(devcloud, '/devcloud/clock', { value: { advance: { minutes: 1 } } })
    expect(body).toMatchObject({
      now: '2026-03-14T02:01:00.000Z',
      fired: [{ function: 'minutely', ok: true }],
    })
    await post(devcloud, '/devcloud/clock', { value: { now: '2026-03-14T10:01:30+08:00' } })
    expect(devcloud.clock.now()).toBe(Date.parse('2026-03-14T02:01:30.000Z'))
  })

  test.each([
    ['back', { now: '2026-03-13T00:00:00Z' }, 409, 'CLOCK_BACKWARDS'],
    ['nowhere', {}, 400, 'BAD_FIELD'],
    ['to no date', { now: 'tomorrow' }, 400, 'BAD_FIELD'],
    ['by −1 day', { advance: { days: -1 } }, 400, 'BAD_FIELD'],
    ['by half a day', { advance: { days: 0.5 } }, 400, 'BAD_FIELD'],
    ['by weeks', { advance: { weeks: 1 } }, 400, 'BAD_FIELD'],
    ['by a century', { advance: { days: 36_500 } }, 400, 'DEVCLOUD_REFUSED'],
  ])('does not move %s', async (_, value, status, code) => {
    const reply = await post(devcloud, '/devcloud/clock', { value })
    expect(reply).toMatchObject({ status, body: { code } })
    expect(devcloud.clock.now()).toBe(Date.parse('2026-03-14T02:00:00.000Z'))
  })
})

describe('the rest of the table', () => {
  test.each([
    ['no order', {}, 400, 'BAD_FIELD'],
    ['an unknown order', { outTradeNo: 'NOBODY' }, 404, 'ORDERNOTEXIST'],
    ['an unknown outcome', { outTradeNo: 'A', outcome: 'maybe' }, 400, 'BAD_FIELD'],
    ['−1 notices', { outTradeNo: 'A', times: -1 }, 400, 'BAD_FIELD'],
    ['an unknown field', { outTradeNo: 'A', amount: 1 }, 400, 'BAD_FIELD'],
  ])('POST /devcloud/pay with %s is refused', async (_, value, status, code) => {
    expect(await post(devcloud, '/devcloud/pay', { value })).toMatchObject({
      status,
      body: { code },
    })
  })

  test('faults are added, listed and cleared', async () => {
    const order = { kind: 'conflict', collection: 'orders', times: 2 }
    const { body } = await post(devcloud, '/devcloud/faults', { value: order })
    expect(body).toMatchObject([{ ...order, struck: 0 }])
    expect((await ask(devcloud, '/devcloud/faults')).body).toEqual(body)
    const cleared = await post(devcloud, '/devcloud/faults', { value: { clear: true } })
    expect(cleared.body).toEqual([])
    const wrong = await post(devcloud, '/devcloud/faults', { value: { kind: 'earthquake' } })
    expect(wrong).toMatchObject({ status: 400, body: { code: 'BAD_FIELD' } })
  })

  test('reset makes a fresh shop', async () => {
    await devcloud.invoke('probe', { do: 'add', id: 'a' }, 'oDemo-linwan')
    expect(devcloud.counts()).toEqual({ things: 1 })
    expect((await post(devcloud, '/devcloud/reset', { value: {} })).status).toBe(200)
    expect(devcloud.counts()).toEqual({ things: 0 })
  })

  test.each([
    '/devcloud/messages',
    '/devcloud/metrics',
    '/devcloud/personas',
    '/devcloud/log',
    '/devcloud',
  ])('GET %s answers JSON', async (path) => {
    const { status, body } = await ask(devcloud, path)
    expect(status).toBe(200)
    expect(typeof body).toBe('object')
  })

  test.each(['/devcloud/nothing', '/functions/probe', '/functions', '/wechat-pay/v2/x'])(
    'GET %s is not found, and no page of the shop',
    async (path) => {
      expect(await ask(devcloud, path)).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } })
    },
  )
})

describe('the shop', () => {
  test.each(['/', '/pages/catalog/detail?id=1'])('%s is its page', async (path) => {
    const { status, headers, body } = await ask(devcloud, path)
    expect(status).toBe(200)
    expect(headers.get('cache-control')).toBe('no-cache')
    expect(body).toContain('<head><script src="/devcloud/persona.js"></script><title>小铺</title>')
  })

  test('the persona switch lists the personas and escapes their texts', async () => {
    const { body } = await ask(devcloud, '/devcloud/persona.js')
    expect(body).toContain('林晚')
    expect(body).not.toContain('</script>')
    expect(() => new Script(String(body))).not.toThrow()
  })

  test('a hashed file is cached forever, compressed, and validated', async () => {
    const path = '/js/app.0a1b2c3d4e.js'
    const reply = await raw(path, { 'accept-encoding': 'gzip, br' })
    expect(reply.headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-encoding': 'br',
      'content-type': 'text/javascript; charset=utf-8',
    })
    expect(brotliDecompressSync(reply.body).toString()).toBe(SCRIPT)
    const etag = String(reply.headers.etag)
    expect((await raw(path, { 'if-none-match': etag })).status).toBe(304)
    expect((await raw(path, {})).body.toString()).toBe(SCRIPT)
  })

  test('pictures are served, others are not found', async () => {
    const { headers } = await ask(devcloud, '/pictures/tea.webp')
    expect(headers.get('content-type')).toBe('image/webp')
    expect((await ask(devcloud, '/pictures/coffee.webp')).status).toBe(404)
  })

  test.each(['/../secret.txt', '/%2e%2e/secret.txt', '/pictures/..%2fsecret.txt', '/%00.js', '/%'])(
    '%s reads nothing outside the folder',
    async (path) => {
      const { body } = await raw(path, {})
      expect(body.toString()).not.toContain('secret\n')
      expect(body.toString()).not.toBe('secret')
    },
  )
})

describe('allowed origins', () => {
  test.each(['example.com', 'evil.test:8787', '127.0.0.1.evil.test'])(
    'a page whose host name %s resolves here is refused',
    async (host) => {
      const { status, body } = await raw('/devcloud/clock', { host })
      expect([status, body.toString()]).toEqual([403, expect.stringContaining('FOREIGN_HOST')])
    },
  )

  test('a page of another site is refused', async () => {
    const reply = await ask(devcloud, '/devcloud/reset', {
      method: 'POST',
      headers: { origin: 'https://example.com' },
    })
    expect(reply).toMatchObject({ status: 403, body: { code: 'FOREIGN_ORIGIN' } })
    expect(reply.headers.get('access-control-allow-origin')).toBeNull()
  })

  test.each(['http://127.0.0.1:10086', 'http://localhost:3000', 'https://servicewechat.com'])(
    'a page of %s is allowed and can read the answer',
    async (origin) => {
      const reply = await ask(devcloud, '/devcloud/clock', {
        method: 'OPTIONS',
        headers: { origin },
      })
      expect(reply.status).toBe(204)
      expect(reply.headers.get('access-control-allow-origin')).toBe(origin)
      expect(reply.headers.get('access-control-allow-headers')).toContain('x-wx-openid')
    },
  )
})
