import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildTestFunctions, startTestDevcloud } from './test-devcloud'

jest.setTimeout(180_000)

/** Blocks of 512 or 1,024 bytes, as the shell has it: no file grows beyond 2 or 4 MB. */
const BLOCKS_MAX = 4096
const DOCUMENT_BYTES = 300_000
/** More than fits in any case. */
const DOCUMENTS = 20

let folder: string
let child: ChildProcess | undefined
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'devcloud-full-'))
  await buildTestFunctions()
})
afterAll(() => {
  child?.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

/** A local cloud whose writes fail beyond a size; a limit of the process stands for the disk's. */
async function startLimited(): Promise<string> {
  const command = `ulimit -f ${BLOCKS_MAX}; exec "$0" "$@"`
  const script = join(__dirname, 'limited-devcloud.ts')
  child = spawn('/bin/sh', ['-c', command, process.execPath, '--import', 'tsx', script, folder], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, TZ: 'UTC' },
  })
  const [chunk] = (await once(child.stdout!, 'data')) as [Buffer]
  return chunk.toString().trim()
}

const send = async (url: string, event: object) => {
  const headers = { 'content-type': 'application/json', 'x-wx-openid': 'oDemo-someone' }
  const body = JSON.stringify(event)
  const reply = await fetch(`${url}/functions/probe`, { method: 'POST', headers, body })
  return { status: reply.status, text: await reply.text() }
}

test('a full disk answers errors, keeps what was acknowledged, and the cloud lives', async () => {
  const url = await startLimited()
  const kept: string[] = []
  const refused: string[] = []
  for (let no = 0; no < DOCUMENTS; no += 1) {
    const { status } = await send(url, { do: 'add', id: `d${no}`, bytes: DOCUMENT_BYTES })
    if (status === 200) kept.push(`d${no}`)
    else refused.push(`d${no}`)
  }
  expect(kept.length).toBeGreaterThan(0)
  expect(refused.length).toBeGreaterThan(0)

  const form = new FormData()
  const png = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(5_000_000)])
  form.append('file', new Blob([png]), 'a.png')
  form.append('folder', 'reviews')
  const upload = await fetch(`${url}/devcloud/files`, { method: 'POST', body: form })
  expect(upload.status).toBe(500)

  // Reading goes on, and so does everything that needs no room.
  for (const id of kept) expect((await send(url, { do: 'get', id })).status).toBe(200)
  for (const id of refused) expect((await send(url, { do: 'get', id })).text).toBe('null')
  expect((await fetch(`${url}/devcloud`)).status).toBe(200)
  expect(child?.exitCode).toBeNull()

  child?.kill('SIGKILL')
  await once(child!, 'exit')
  const again = await startTestDevcloud({ dataDir: folder, poolSize: 1 })
  expect(again.counts().things).toBe(kept.length)
  for (const id of kept) {
    const found = (await again.invoke('probe', { do: 'get', id }, 'oDemo-someone')) as {
      _id: string
    }
    expect(found._id).toBe(id)
  }
  await again.invoke('probe', { do: 'add', id: 'room', bytes: DOCUMENT_BYTES }, 'oDemo-someone')
  expect(again.counts().things).toBe(kept.length + 1)
  await again.close()
})
