import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { allSources, jsonOf, ROOT, sources, textOf } from './sources'

const LINES_MAX = 300
const DEPTH_MAX = 4
const TESTS = sources('tests').filter((file) => /\.test\.tsx?$/.test(file))
/** Tests in this folder contain the words they forbid. */
const ELSEWHERE = allSources().filter((file) => !file.startsWith('tests/structure/'))

const linesOf = (file: string) => textOf(file).split('\n').length - 1

const matching = (files: readonly string[], pattern: RegExp) =>
  files.filter((file) => pattern.test(textOf(file)))

test('the top level has only the planned files and folders', () => {
  const plan = [
    ...['src', 'config', 'cloudfunctions', 'tests', 'project.config.json', 'package.json'],
    ...['package-lock.json', 'tsconfig.json', 'README.md'],
  ]
  const made = ['node_modules', 'dist', 'coverage']
  const seen = readdirSync(ROOT).filter((name) => !name.startsWith('.') && !made.includes(name))
  expect(seen.filter((name) => !plan.includes(name))).toEqual([])
})

test(`no file is longer than ${LINES_MAX} lines`, () => {
  const long = allSources().filter((file) => linesOf(file) > LINES_MAX)
  expect(long.map((file) => `${file}: ${linesOf(file)}`)).toEqual([])
})

test(`no folder lies deeper than ${DEPTH_MAX} below src or core`, () => {
  const depthOf = (file: string) => file.replace(/^(src|cloudfunctions\/core)\//, '').split('/')
  const deep = sources('src', 'cloudfunctions/core').filter(
    (file) => depthOf(file).length - 1 > DEPTH_MAX,
  )
  expect(deep).toEqual([])
})

test('files are named in kebab-case, after what they do', () => {
  const odd = allSources().filter((file) => {
    const name = file.split('/').at(-1) ?? ''
    return !/^_?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)+$/.test(name)
  })
  const vague = allSources().filter((file) =>
    /(^|\/)(utils?|helpers?|common|manager|misc)(\.|\/)/.test(file),
  )
  expect({ odd, vague }).toEqual({ odd: [], vague: [] })
})

test('no TODO is left, and no module of ours is mocked in a test', () => {
  expect({
    later: matching(ELSEWHERE, /\b(TODO|FIXME|XXX)\b/),
    mocked: matching(ELSEWHERE, /\bjest\.(mock|doMock|setMock|unstable_mockModule)\(/),
  }).toEqual({ later: [], mocked: [] })
})

test('no test is singled out, and one is skipped only with its reason', () => {
  const tests = TESTS.filter((file) => !file.startsWith('tests/structure/'))
  expect({
    only: matching(tests, /\b(it|test|describe)\.only\(|\b[fx](it|describe)\(|\bxtest\(/),
    skip: matching(tests, /\b(it|test|describe)\.skip\(/),
  }).toEqual({ only: [], skip: [] })
})

test('no absolute path of a machine is written down', () => {
  expect(matching(ELSEWHERE, /(?<!\w)\/(work|home|Users|root)\/\w/)).toEqual([])
})

describe('cloud functions', () => {
  const FOLDER = 'cloudfunctions/functions'
  const names = readdirSync(join(ROOT, FOLDER))
  type FunctionConfig = {
    permissions: { openapi: string[] }
    triggers: { name: string; type: string; config: string }[]
    timeout: number
    memorySize: number
  }

  test('each folder is one deployable function with an entry', () => {
    expect(names.filter((name) => !existsSync(join(ROOT, FOLDER, name, 'index.ts')))).toEqual([])
    expect(names).toEqual(expect.arrayContaining(['admin', 'payment-notify', 'shop']))
  })

  test.each(names)('%s states its permissions, triggers, time and memory', (name) => {
    const config = jsonOf<FunctionConfig>(`${FOLDER}/${name}/config.json`)
    expect(config.permissions.openapi).toEqual(expect.any(Array))
    // The platform kills a function after 60 s, and sells memory in steps of 128 MB.
    expect(config.timeout).toBeGreaterThan(0)
    expect(config.timeout).toBeLessThanOrEqual(60)
    expect(config.memorySize % 128).toBe(0)
    for (const trigger of config.triggers) {
      // Seven fields: seconds to years.
      expect(trigger).toMatchObject({ name: expect.any(String), type: 'timer' })
      expect(trigger.config.split(' ')).toHaveLength(7)
    }
  })
})

describe('commands', () => {
  const { scripts } = jsonOf<{ scripts: Record<string, string> }>('package.json')
  const names = Object.keys(scripts)
  const commands = names.filter((name) => !(name.startsWith('pre') && name.slice(3) in scripts))

  test('every command first makes a fresh clone ready', () => {
    for (const name of commands) expect(scripts[`pre${name}`]).toBe('node config/prepare.mjs')
  })

  test('every command starts a file that is there', () => {
    const files = Object.values(scripts).flatMap((line) => line.match(/\S+\/\S+\.(ts|mjs)/g) ?? [])
    expect(files.filter((file) => !existsSync(join(ROOT, file)))).toEqual([])
  })

  test('every command that README names exists, and README names every command', () => {
    const readme = textOf('README.md')
    const named = [...readme.matchAll(/npm (?:run )?([a-z]+(?::[a-z0-9]+)?)/g)].map(
      ([, name]) => name ?? '',
    )
    const known = [...names, 'ci', 'install']
    expect(named.filter((name) => !known.includes(name))).toEqual([])
    expect(commands.filter((name) => !named.includes(name))).toEqual([])
  })
})

test('tests name every row of the checklist that they decide', () => {
  const rows = [
    'S0-01 S0-04 S0-05 S0-08 S0-09 S0-10 S0-11 S0-12 S0-13 S0-16 S0-17 S0-18 S0-25',
    'S1-17 S1-20 S1-21 S1-25 S1-26 S1-27 S1-28',
    'S2-01 S2-04 S2-10 S2-11 S2-15',
    'S2-18 S2-41',
    'S3-11 S3-26',
  ].flatMap((line) => line.split(' '))
  const titles = TESTS.filter((file) => !file.startsWith('tests/structure/')).flatMap((file) =>
    [...textOf(file).matchAll(/\b(?:it|test|describe)(?:\.each)?\b[^\n]*\n?[^\n]*/g)].map(
      ([title]) => title,
    ),
  )
  const unnamed = rows.filter((row) => !titles.some((title) => title.includes(row)))
  expect(unnamed).toEqual([])
})

test('the lock names the binaries of every platform, or npm ci refuses it', () => {
  type Package = { optionalDependencies?: Record<string, string> }
  const { packages } = jsonOf<{ packages: Record<string, Package> }>('package-lock.json')
  const isThere = (from: string, name: string): boolean => {
    if (packages[`${from ? `${from}/` : ''}node_modules/${name}`]) return true
    if (!from) return false
    return isThere(from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/'))), name)
  }
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !isThere(path, name)),
  )
  expect(missing).toEqual([])
})
