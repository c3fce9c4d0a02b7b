import type { Devcloud } from '@local/devcloud-types'
import type { CloudError } from '@local/ports'
import { DEVCLOUD_APPID } from '@local/secrets'
import { startTestDevcloud } from './test-devcloud'

const MINUTE_MS = 60_000
jest.setTimeout(MINUTE_MS)

let devcloud: Devcloud
beforeAll(async () => {
  devcloud = await startTestDevcloud({ poolSize: 3, environment: { EXTRA: 'from the devcloud' } })
})
afterAll(() => devcloud.close())

const probe = <T>(event: Record<string, unknown>, openid = 'oDemo-someone') =>
  devcloud.invoke('probe', event, openid) as Promise<T>

const refusal = async (call: Promise<unknown>) => {
  const failure = (await call.then(
    () => undefined,
    (error: unknown) => error,
  )) as CloudError | undefined
  return { code: failure?.code, message: failure?.message ?? '' }
}

describe('identity', () => {
  test('200 calls at once never see each other', async () => {
    const openids = Array.from({ length: 200 }, (_, index) => `oUser-${index}`)
    const seen = await Promise.all(
      openids.map((openid, index) =>
        probe<{ OPENID: string }>({ do: 'whoAmI', ms: index % 4 }, openid),
      ),
    )
    expect(seen.map(({ OPENID }) => OPENID)).toEqual(openids)
  })

  test('a client call has its user, a call without a user has none', async () => {
    const mine = await probe<{ event: unknown }>({ do: 'echo' }, 'oDemo-linwan')
    expect(mine.event).toEqual({
      do: 'echo',
      userInfo: { appId: DEVCLOUD_APPID, openId: 'oDemo-linwan' },
    })
    expect(await probe({ do: 'whoAmI' })).toMatchObject({ SOURCE: 'wx_client' })
    const nobody = await devcloud.invokeAs('probe', { do: 'whoAmI' }, { source: 'wx_http' })
    expect(nobody).toEqual({ SOURCE: 'wx_http', APPID: DEVCLOUD_APPID })
  })

  test('nothing of a call is left for the next one in the same worker', async () => {
    await Promise.all(Array.from({ length: 6 }, () => probe({ do: 'whoAmI' }, 'oDemo-before')))
    const names = { do: 'environment', names: ['WX_OPENID', 'EXTRA', 'TRIGGER_SRC'] }
    const left = await devcloud.invokeAs('probe', names, { source: 'wx_http' })
    expect(left).toEqual([null, 'from the devcloud', null])
  })

  test('a function called by a function keeps the user, and the source grows', async () => {
    const inner = { name: 'probe', data: { do: 'whoAmI' } }
    // More callers than workers: each waits for a call of its own.
    const outer = await Promise.all(
      Array.from({ length: 5 }, (_, index) => probe({ do: 'call', ...inner }, `oChain-${index}`)),
    )
    expect(outer).toEqual(
      Array.from({ length: 5 }, (_, index) => ({
        OPENID: `oChain-${index}`,
        SOURCE: 'wx_client,scf',
        APPID: DEVCLOUD_APPID,
      })),
    )
  })
})

describe('environment', () => {
  test('has the keys a function needs and none of the devcloud', async () => {
    const names = ['DATA_KEY', 'WECHAT_PAY_PUBLIC_KEY', 'WECHAT_PAY_PRIVATE_KEY', 'PATH', 'HOME']
    const [dataKey, publicKey, privateKey, path, home] = await probe<string[]>({
      do: 'environment',
      names,
    })
    expect(Buffer.from(dataKey ?? '', 'base64')).toHaveLength(32)
    expect(publicKey).toContain('BEGIN PUBLIC KEY')
    expect(privateKey).toContain('BEGIN PRIVATE KEY')
    expect(path).not.toBeNull()
    expect(home).toBeNull()
  })

  test('a module stays loaded, as in a warm instance', async () => {
    const count = () => probe<number>({ do: 'count' })
    const counts = await Promise.all(Array.from({ length: 20 }, count))
    expect(Math.max(...counts)).toBeGreaterThan(1)
  })

  test('a context names the function and its limits', async () => {
    const { context } = await probe<{ context: object }>({ do: 'echo' })
    expect(context).toMatchObject({
      function_name: 'probe',
      memory_limit_in_mb: 256,
      time_limit_in_ms: 10_000,
    })
  })

  test('nothing leaves the machine, and what tried is reported', async () => {
    expect(await probe({ do: 'reachTcp', host: '192.0.2.1' })).toBe('EEGRESS')
    expect(await probe({ do: 'reachHttp', url: 'http://example.com/' })).toBe('EEGRESS')
    expect(await probe({ do: 'reachHttp', url: `${devcloud.url}/devcloud/clock` })).toBe('reached')
    const targets = devcloud.metrics.report().blocked.map(({ target }) => target)
    expect(targets).toContain('192.0.2.1')
    expect(targets).toContain('example.com')
  })
})

describe('limits', () => {
  test('a function that takes longer than its timeout is ended, busy or waiting', async () => {
    for (const event of [{}, { spin: true }]) {
      expect(await refusal(devcloud.invoke('hurried', event, 'oDemo-someone'))).toEqual({
        code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED',
        message: 'Invoking task timed out after 1 seconds',
      })
    }
    expect(await probe({ do: 'nothing' })).toBeNull()
  })

  test('a function that takes more than its memory is ended', async () => {
    const { code } = await refusal(devcloud.invoke('hoarder', {}, 'oDemo-someone'))
    expect(code).toBe('FUNCTIONS_MEMORY_LIMIT_EXCEEDED')
    expect(await probe({ do: 'nothing' })).toBeNull()
  })

  test.each([
    ['a result of 1 MB passes', 1024 * 1024 - 2, undefined],
    ['one byte more is refused', 1024 * 1024 - 1, 'EXCEED_MAX_RESPONSE_SIZE'],
  ])('%s', async (_, bytes, code) => {
    expect((await refusal(probe({ do: 'big', bytes }))).code).toBe(code)
  })

  test.each([
    ['an event of 100 KB passes', 100 * 1024, undefined],
    ['one byte more is refused', 100 * 1024 + 1, 'EXCEED_MAX_PAYLOAD_SIZE'],
  ])('%s', async (_, bytes, code) => {
    const frame = JSON.stringify({ do: 'nothing', text: '' }).length
    const event = { do: 'nothing', text: 'x'.repeat(bytes - frame) }
    expect((await refusal(probe(event))).code).toBe(code)
  })

  test('a function that does not exist is refused', async () => {
    const { code } = await refusal(devcloud.invoke('nobody', {}, 'oDemo-someone'))
    expect(code).toBe('FUNCTION_NOT_FOUND')
  })

  test.each([
    ['throws', { do: 'fail' }, 'the probe fails on demand'],
    ['answers what is no JSON', { do: 'circle' }, 'circular'],
    ['ends its process', { do: 'exit' }, 'exited'],
    ['leaves a rejection unhandled', { do: 'strayRejection' }, 'unhandled on purpose'],
  ])('a function that %s fails alone', async (_, event, text) => {
    const { code, message } = await refusal(probe(event))
    expect(code).toBe('FUNCTIONS_EXECUTE_FAIL')
    expect(message).toContain(text)
    expect(await probe({ do: 'nothing' })).toBeNull()
  })
})

describe('what functions print', () => {
  test('measurements are counted, everything else is log', async () => {
    const served = {
      event: 'served',
      function: 'probe',
      operation: 'things.move',
      outcome: 'ok',
      databaseCalls: 3,
      databaseRounds: 2,
      ms: 5,
      requestId: 'r1',
    }
    const other = { ...served, outcome: 'NO_SUCH_THING', databaseCalls: 7, databaseRounds: 4 }
    const lines = [JSON.stringify(served), 'a word to the log', JSON.stringify(other)]
    await probe({ do: 'say', lines })
    expect(devcloud.metrics.lines()).toContain('probe: a word to the log')
    expect(devcloud.metrics.report().operations).toEqual([
      {
        function: 'probe',
        operation: 'things.move',
        calls: 2,
        outcomes: { ok: 1, NO_SUCH_THING: 1 },
        databaseCalls: { median: 3, max: 7, mean: 5 },
        databaseRounds: { median: 2, max: 4, mean: 3 },
        ms: { median: 5, max: 5, mean: 5 },
      },
    ])
  })

  test('requests of the SDK are counted by action', async () => {
    devcloud.metrics.clear()
    await probe({ do: 'add', id: 'counted' })
    await refusal(probe({ do: 'add', id: 'counted' }))
    const insert = devcloud.metrics
      .report()
      .gateway.find(({ action }) => action === 'database.insertDocument')
    expect(insert).toMatchObject({ calls: 2, failures: 1 })
  })
})
