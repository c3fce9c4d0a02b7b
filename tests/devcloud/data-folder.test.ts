import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { needsSeeding } from '@local/data-folder'
import { openStore } from '@local/database/store'
import { DevcloudError } from '@local/devcloud-error'
import Database from 'libsql'
import { post, startTestDevcloud } from './test-devcloud'

jest.setTimeout(120_000)

/** Two shops that were filled once; each test works on a copy of the first. */
let filled: { root: string; own: string; other: string }
beforeAll(async () => {
  const at = mkdtempSync(join(tmpdir(), 'filled-'))
  filled = { root: at, own: join(at, 'own'), other: join(at, 'other') }
  await fill(filled.own)
  await fill(filled.other)
})
afterAll(() => rmSync(filled.root, { recursive: true, force: true }))

let root: string
let folder: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'data-folder-'))
  folder = join(root, 'shop')
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const copyFilled = () => cpSync(filled.own, folder, { recursive: true })

const place = (name: string, of = folder) => join(of, name)

/** A shop with a document, an uploaded file and a moved clock, closed again. */
async function fill(dataDir: string): Promise<void> {
  const devcloud = await startTestDevcloud({ dataDir, isTicking: false })
  await devcloud.clock.advance({ days: 1 })
  await devcloud.close()
  const store = open(dataDir)
  await store.insert('things', [{ _id: 'kept', no: 1 }])
  store.close()
  mkdirSync(place('files/pictures', dataDir), { recursive: true })
  writeFileSync(place('files/pictures/a.png', dataDir), 'picture')
}

const open = (dataDir: string) =>
  openStore({ file: place('database.db', dataDir), clock: { now: () => 0 }, collections: [] })

/** Every file below a folder with its bytes. */
const contents = () =>
  (readdirSync(folder, { recursive: true }) as string[])
    .filter((name) => statSync(place(name)).isFile() && !/-(wal|shm)$/.test(name))
    .sort()
    .map((name) => [name, readFileSync(place(name)).toString('base64')] as const)

/** Starts, must be refused with one sentence, and must have changed nothing. */
async function refusal(): Promise<string> {
  const before = contents()
  const error = await startTestDevcloud({ dataDir: folder }).then(
    async (devcloud) => {
      await devcloud.close()
      return undefined
    },
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(DevcloudError)
  const { message } = error as DevcloudError
  expect(message).toMatch(/^[^\n]+\.$/)
  expect(contents()).toEqual(before)
  return message
}

function execute(name: string, sql: string): void {
  const database = new Database(place(name))
  database.exec(sql)
  database.close()
}

const removeWithJournals = (name: string) => {
  for (const file of [name, `${name}-wal`, `${name}-shm`]) rmSync(place(file), { force: true })
}

describe('a shop whose parts are not whole is refused, and nothing is deleted or made:', () => {
  beforeEach(copyFilled)

  it.each([
    ['the database is missing', () => removeWithJournals('database.db'), 'database.db is missing'],
    ['the database has 0 bytes', () => truncateSync(place('database.db')), 'database.db is empty'],
    ['the keys are missing', () => rmSync(place('secrets.json')), 'secrets.json is missing'],
    ['WeChat’s records are missing', () => removeWithJournals('wechat.db'), 'wechat.db is missing'],
    ['WeChat’s records have 0 bytes', () => truncateSync(place('wechat.db')), 'wechat.db is empty'],
    [
      'only the database is there',
      () => {
        rmSync(place('secrets.json'))
        removeWithJournals('wechat.db')
      },
      'secrets.json is missing',
    ],
    [
      'only the pictures are there',
      () => {
        rmSync(place('secrets.json'))
        removeWithJournals('wechat.db')
        removeWithJournals('database.db')
      },
      'database.db is missing',
    ],
    ['the keys are damaged', () => writeFileSync(place('secrets.json'), '{}'), 'cannot be read'],
    [
      'the database has no tables',
      () => {
        removeWithJournals('database.db')
        execute('database.db', 'CREATE TABLE a (b); DROP TABLE a')
      },
      'database.db is empty',
    ],
  ])('%s', async (_name, damage, expected) => {
    damage()
    const said = await refusal()
    expect(said).toContain(expected)
    expect(said).toContain('npm run reset')
    // `npm start` deletes a folder that it takes for an unfinished one.
    expect(needsSeeding(folder)).toBe(false)
  })

  it('the keys, the database or the records of another shop', async () => {
    const { own, other } = filled
    for (const [name, expected] of [
      ['secrets.json', 'the keys of another shop'],
      ['database.db', 'the keys of another shop'],
      ['wechat.db', 'the keys of another shop'],
    ] as const) {
      cpSync(place(name, other), place(name))
      expect(await refusal()).toContain(expected)
      cpSync(place(name, own), place(name))
    }
    const devcloud = await startTestDevcloud({ dataDir: folder })
    await devcloud.close()
  })

  it('the database of another program, in place of either', async () => {
    for (const name of ['database.db', 'wechat.db']) {
      removeWithJournals(name)
      execute(name, "CREATE TABLE customers (name TEXT); INSERT INTO customers VALUES ('x')")
      const said = await refusal()
      expect(said).toContain('its table customers is not of this shop')
      removeWithJournals(name)
      cpSync(place(name, filled.own), place(name))
    }
  })

  it('a table of the same name with other columns', async () => {
    removeWithJournals('database.db')
    execute('database.db', 'CREATE TABLE collections (id TEXT, title TEXT)')
    expect(await refusal()).toContain('its table collections is not of this shop')
  })
})

describe('a whole shop', () => {
  it('is opened again with everything it had', async () => {
    copyFilled()
    const devcloud = await startTestDevcloud({ dataDir: folder })
    expect(devcloud.counts().things).toBe(1)
    await devcloud.close()
    expect(readFileSync(place('files/pictures/a.png'), 'utf8')).toBe('picture')
  })

  it('of before there were stamps is opened, and then keeps to its keys', async () => {
    copyFilled()
    for (const name of ['database.db', 'wechat.db']) {
      execute(name, 'DROP TABLE stamp')
    }
    const devcloud = await startTestDevcloud({ dataDir: folder })
    expect(devcloud.counts().things).toBe(1)
    await devcloud.close()
    cpSync(place('secrets.json', filled.other), place('secrets.json'))
    expect(await refusal()).toContain('the keys of another shop')
  })

  it('with new keys opens while the former ones are named, and later without them', async () => {
    copyFilled()
    const secrets = JSON.parse(readFileSync(place('secrets.json'), 'utf8')) as { dataKey: string }
    const dataKey = Buffer.alloc(32, 7).toString('base64')
    const write = (change: object) =>
      writeFileSync(place('secrets.json'), JSON.stringify({ ...secrets, dataKey, ...change }))
    write({})
    expect(await refusal()).toContain('the keys of another shop')
    for (const change of [{ formerDataKeys: [secrets.dataKey] }, {}]) {
      write(change)
      const devcloud = await startTestDevcloud({ dataDir: folder })
      expect(devcloud.counts().things).toBe(1)
      await devcloud.close()
    }
  })

  it('whose first start was killed in the middle is begun again', async () => {
    copyFilled()
    // What a kill between the keys and the database leaves behind.
    removeWithJournals('database.db')
    removeWithJournals('wechat.db')
    rmSync(place('files'), { recursive: true })
    writeFileSync(place('begun'), '')
    const devcloud = await startTestDevcloud({ dataDir: folder })
    expect(devcloud.counts().things).toBe(0)
    await devcloud.close()
    expect(existsSync(place('begun'))).toBe(false)
  })
})

it('files are their owner’s alone, folders too, also those of an earlier release', async () => {
  const umask = process.umask(0)
  try {
    mkdirSync(folder, { mode: 0o777 })
    const devcloud = await startTestDevcloud({ dataDir: folder })
    const form = new FormData()
    const png = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
    form.append('file', new Blob([png]), 'a.png')
    form.append('folder', 'reviews')
    const upload = await fetch(`${devcloud.url}/devcloud/files`, { method: 'POST', body: form })
    expect(upload.status).toBe(200)
    await post(devcloud, '/devcloud/clock', { value: { advance: { days: 1 } } })
    expectPrivate(['secrets.json', 'database.db', 'database.db-wal', 'wechat.db', 'devcloud.json'])
    await devcloud.close()
    writeFileSync(place('devcloud.log'), '')
    for (const name of ['database.db', 'wechat.db', 'secrets.json', 'devcloud.log']) {
      chmodSync(place(name), 0o666)
    }
    chmodSync(folder, 0o777)
    const again = await startTestDevcloud({ dataDir: folder })
    expectPrivate(['secrets.json', 'database.db', 'wechat.db', 'devcloud.log'])
    await again.close()
  } finally {
    process.umask(umask)
  }
})

function expectPrivate(names: readonly string[]): void {
  const all = readdirSync(folder, { recursive: true }) as string[]
  expect(all).toEqual(expect.arrayContaining([...names]))
  const modes = ['.', ...all].map((name) => {
    const { mode } = statSync(place(name))
    return [
      name,
      statSync(place(name)).isDirectory() ? 'folder' : 'file',
      (mode & 0o777).toString(8),
    ]
  })
  const wrong = modes.filter(([, kind, mode]) => mode !== (kind === 'folder' ? '700' : '600'))
  expect(wrong).toEqual([])
}
