import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Devcloud } from '@local/devcloud-types'
import { startTestDevcloud } from './test-devcloud'

jest.setTimeout(90_000)

let devcloud: Devcloud
beforeAll(async () => {
  devcloud = await startTestDevcloud({ poolSize: 2 })
})
beforeEach(() => devcloud.reset())
afterAll(() => devcloud.close())

const probe = (event: Record<string, unknown>) => devcloud.invoke('probe', event, 'oDemo-someone')

const failure = async (event: Record<string, unknown>): Promise<string> =>
  probe(event).then(
    () => 'none',
    (error: unknown) => (error as Error).message,
  )

describe('a conflict', () => {
  test('meets the next write of a transaction, once, and the write is undone', async () => {
    devcloud.faults.add({ kind: 'conflict', collection: 'things' })
    expect(await failure({ do: 'transfer', id: 'a' })).toContain('TransactionConflict')
    expect(await probe({ do: 'get', id: 'a' })).toBeNull()
    expect(await probe({ do: 'transfer', id: 'a' })).toBe(1)
  })

  test('leaves writes outside transactions and other collections alone', async () => {
    devcloud.faults.add({ kind: 'conflict', collection: 'other' })
    expect(await failure({ do: 'add', id: 'a' })).toBe('none')
    expect(await failure({ do: 'transfer', id: 'b' })).toBe('none')
    expect(devcloud.faults.list()).toMatchObject([{ kind: 'conflict', times: 1, struck: 0 }])
  })
})

describe('a timeout', () => {
  const commit = { action: 'database.commitTransaction' }

  test('before: the SDK gets an error and nothing was done', async () => {
    devcloud.faults.add({ kind: 'timeout-before', ...commit })
    expect(await failure({ do: 'transfer', id: 'a' })).toContain('timeout')
    expect(await probe({ do: 'get', id: 'a' })).toBeNull()
  })

  test('after: the SDK gets an error although it was done', async () => {
    devcloud.faults.add({ kind: 'timeout-after', ...commit })
    expect(await failure({ do: 'transfer', id: 'a' })).toContain('timeout')
    expect(await probe({ do: 'get', id: 'a' })).toEqual({ _id: 'a', count: 1 })
  })

  test('skips and fails as many requests as configured', async () => {
    const action = 'database.insertDocument'
    devcloud.faults.add({ kind: 'timeout-before', action, skip: 1, times: 2 })
    const failures = []
    for (const id of ['a', 'b', 'c', 'd']) failures.push(await failure({ do: 'add', id }))
    expect(failures.map((text) => text === 'none')).toEqual([true, false, false, true])
  })
})

test('a duplicate delivery runs the function twice and answers once', async () => {
  devcloud.faults.add({ kind: 'duplicate', function: 'probe' })
  await probe({ do: 'transfer', id: 'twice' }).catch(() => undefined)
  const { gateway } = devcloud.metrics.report()
  const begun = gateway.find(({ action }) => action === 'database.startTransaction')
  expect(begun?.calls).toBe(2)
})

test('latency makes an answer late', async () => {
  devcloud.faults.add({ kind: 'latency', action: 'database.insertDocument', ms: 300 })
  const started = Date.now()
  await probe({ do: 'add', id: 'slow' })
  expect(Date.now() - started).toBeGreaterThanOrEqual(300)
})

test('faults can be taken back', async () => {
  devcloud.faults.add({ kind: 'timeout-before', times: 9 })
  devcloud.faults.clear()
  expect(await failure({ do: 'add', id: 'a' })).toBe('none')
})

describe('a kill', () => {
  const folder = mkdtempSync(join(tmpdir(), 'devcloud-kill-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  const startDoomed = async () => {
    const tsx = resolve(__dirname, '../../node_modules/.bin/tsx')
    const child = spawn(tsx, [join(__dirname, 'crashing-devcloud.ts'), folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, TZ: 'UTC' },
    })
    const [chunk] = (await once(child.stdout, 'data')) as [Buffer]
    return { child, url: chunk.toString().trim() }
  }
  const send = async (url: string, path: string, body: object) => {
    const headers = { 'content-type': 'application/json', 'x-wx-openid': 'oDemo-someone' }
    const reply = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) })
    return reply.json() as Promise<unknown>
  }

  test('ends the process at the very request; what was committed is there afterwards', async () => {
    const first = await startDoomed()
    await send(first.url, '/functions/probe', { do: 'transfer', id: 'a' })
    await send(first.url, '/devcloud/faults', {
      kind: 'kill-after',
      action: 'database.commitTransaction',
      skip: 1,
    })
    await send(first.url, '/functions/probe', { do: 'transfer', id: 'a' })
    const gone = once(first.child, 'exit')
    const last = send(first.url, '/functions/probe', { do: 'transfer', id: 'a' })
    await expect(last).rejects.toThrow()
    await gone
    // The announcement of the dead devcloud is still there; it must not keep a new one out.
    const second = await startTestDevcloud({ dataDir: folder, poolSize: 1 })
    const kept = await second.invoke('probe', { do: 'get', id: 'a' }, 'oDemo-someone')
    expect(kept).toEqual({ _id: 'a', count: 3 })
    await second.close()
  })
})
