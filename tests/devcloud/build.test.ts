import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildFunctions } from '../../config/functions.build'

jest.setTimeout(60_000)

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'devcloud-build-'))
  write('one', 'export const main = () => 1')
  write('two', "import { word } from '../word'\nexport const main = () => word")
  writeFileSync(join(folder, 'src/word.ts'), "export const word = 'first'")
})
afterEach(() => rmSync(folder, { recursive: true }))

const write = (name: string, source: string) => {
  mkdirSync(join(folder, 'src', name), { recursive: true })
  writeFileSync(join(folder, 'src', name, 'index.ts'), source)
  writeFileSync(join(folder, 'src', name, 'config.json'), '{ "timeout": 7 }')
}

const out = (...path: string[]) => join(folder, 'dist/cloudfunctions', ...path)

/** The names that had to be built. */
const build = async () => {
  const built = await buildFunctions({
    sourceDir: join(folder, 'src'),
    outDir: out(),
    runnerFile: join(folder, 'dist/devcloud/runner.js'),
  })
  return built.filter(({ isFresh }) => isFresh).map(({ name }) => name)
}

const run = (name: string): unknown => {
  const load = createRequire(out(name, 'index.js'))
  const file = out(name, 'index.js')
  delete load.cache[file]
  return (load(file) as { main: () => unknown }).main()
}

test('a function is a folder ready for upload, with nothing but its three files', async () => {
  expect(await build()).toEqual(['one', 'two', 'devcloud-runner'])
  expect(run('two')).toBe('first')
  expect(readFileSync(out('two', 'config.json'), 'utf8')).toBe('{ "timeout": 7 }')
  expect(JSON.parse(readFileSync(out('two', 'package.json'), 'utf8'))).toMatchObject({
    name: 'two',
    main: 'index.js',
  })
})

test('what has not changed is not built again; what a function imports counts', async () => {
  await build()
  expect(await build()).toEqual([])
  writeFileSync(join(folder, 'src/word.ts'), "export const word = 'second'")
  expect(await build()).toEqual(['two'])
  expect(run('two')).toBe('second')
  rmSync(out('one', 'index.js'))
  expect(await build()).toEqual(['one'])
})

test('a new config.json is carried over', async () => {
  await build()
  writeFileSync(join(folder, 'src/one/config.json'), '{ "timeout": 9 }')
  await build()
  expect(readFileSync(out('one', 'config.json'), 'utf8')).toBe('{ "timeout": 9 }')
})

test('a function whose source is gone is gone', async () => {
  await build()
  rmSync(join(folder, 'src/one'), { recursive: true })
  await build()
  expect(existsSync(out('one'))).toBe(false)
  expect(existsSync(out('two', 'index.js'))).toBe(true)
})

test('a bundle above the budget is refused by name', async () => {
  write('huge', `export const main = () => ${JSON.stringify('x'.repeat(1_700_000))}`)
  await expect(build()).rejects.toThrow(/^huge is \d+ bytes/)
})

test('a source that does not compile is refused', async () => {
  write('one', 'export const main = (')
  await expect(build()).rejects.toThrow('src/one/index.ts')
})
