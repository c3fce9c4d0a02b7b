import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deleteShopData, findRunningDevcloud, markSeeded, needsSeeding } from '@local/data-folder'
import { DevcloudError } from '@local/devcloud-error'
import type { DevcloudOptions } from '@local/devcloud-types'
import { functionEnvironment, openSecrets } from '@local/secrets'
import { startTestDevcloud } from './test-devcloud'

jest.setTimeout(60_000)

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'devcloud-start-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** One sentence, or nothing when the local cloud started after all. */
const startError = async (options: DevcloudOptions): Promise<string> => {
  try {
    const devcloud = await startTestDevcloud(options)
    await devcloud.close()
    return 'none'
  } catch (error) {
    if (!(error instanceof DevcloudError)) throw error
    expect(error.message).not.toContain('\n')
    return error.message
  }
}

describe('a local cloud does not start, and says why in one sentence,', () => {
  test('on a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const { port } = other.address() as { port: number }
    expect(await startError({ port })).toBe(
      `Port ${port} is taken or not allowed; set PORT to another one.`,
    )
    other.close()
  })

  test('on a folder that a running local cloud uses, until that one is closed', async () => {
    const first = await startTestDevcloud({ dataDir: folder })
    expect(await findRunningDevcloud(folder)).toEqual({ pid: process.pid, port: first.port })
    const said = await startError({ dataDir: folder })
    expect(said).toContain(`in use by the local cloud on port ${first.port}`)
    await first.close()
    expect(await findRunningDevcloud(folder)).toBeUndefined()
    expect(await startError({ dataDir: folder })).toBe('none')
  })

  test('on a folder that is a file', async () => {
    const file = join(folder, 'file')
    writeFileSync(file, '')
    expect(await startError({ dataDir: file })).toContain('cannot be used')
  })

  test.each(['database.db', 'wechat.db'])('on a %s that is no database', async (name) => {
    writeFileSync(join(folder, name), 'no database, and long enough to be one. '.repeat(99))
    expect(await startError({ dataDir: folder })).toMatch(
      new RegExp(`${name} cannot be used \\(.*\\); npm run reset deletes it\\.$`),
    )
  })

  test('on secrets that cannot be read', async () => {
    writeFileSync(join(folder, 'secrets.json'), '{')
    expect(await startError({ dataDir: folder })).toContain('secrets.json cannot be read')
  })

  test('with functions whose config.json is wrong', async () => {
    const functionsDir = join(folder, 'functions/wrong')
    mkdirSync(functionsDir, { recursive: true })
    writeFileSync(join(functionsDir, 'index.js'), '')
    writeFileSync(join(functionsDir, 'config.json'), '{"timeout": 61}')
    const said = await startError({ functionsDir: join(folder, 'functions') })
    expect(said).toContain('timeout must be a whole number from 1 to 60')
  })
})

test('a clock is not set to what is no date', async () => {
  const devcloud = await startTestDevcloud()
  await expect(devcloud.clock.set('soon')).rejects.toThrow('"soon" is no date')
  await devcloud.close()
})

describe('secrets', () => {
  test('are made once, readable by their owner alone, and fit the cloud', async () => {
    const file = join(folder, 'secrets.json')
    const secrets = await openSecrets(file)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(await openSecrets(file)).toEqual(secrets)
    const environment = functionEnvironment(secrets, {
      baseUrl: 'http://127.0.0.1:65535',
      owners: ['oDemo-owner'],
    })
    // 4 KB per function in the cloud (docs.cloudbase.net, how-works).
    expect(JSON.stringify(environment).length).toBeLessThan(4096)
    const values = Object.values(environment).join()
    expect(values).not.toContain(secrets.platform.privateKey)
    expect(values).not.toContain(secrets.sessionKey)
  })
})

describe('starting over', () => {
  test('deletes the shop and nothing else, and is unfinished until it is full', async () => {
    expect(needsSeeding(folder)).toBe(true)
    const devcloud = await startTestDevcloud({ dataDir: folder })
    await devcloud.close()
    expect(needsSeeding(folder)).toBe(false)
    writeFileSync(join(folder, 'mine.txt'), 'mine')
    deleteShopData(folder)
    expect(existsSync(join(folder, 'database.db'))).toBe(false)
    expect(readFileSync(join(folder, 'mine.txt'), 'utf8')).toBe('mine')
    const half = await startTestDevcloud({ dataDir: folder })
    await half.close()
    expect(needsSeeding(folder)).toBe(true)
    markSeeded(folder)
    expect(needsSeeding(folder)).toBe(false)
  })
})
