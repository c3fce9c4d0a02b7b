import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from './sources'

/** A clone of a project without packages, so that `npm ci` is quick and needs no network. */
const writeClone = () => {
  const folder = mkdtempSync(join(tmpdir(), 'prepare-'))
  cpSync(join(ROOT, 'config/prepare.mjs'), join(folder, 'config/prepare.mjs'))
  writeVersion(folder, '1.0.0')
  return folder
}

const writeVersion = (folder: string, version: string) => {
  const manifest = { name: 'clone', version }
  const lock = { ...manifest, lockfileVersion: 3, packages: { '': manifest } }
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest))
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lock))
}

const prepare = (folder: string) => {
  const script = join(folder, 'config/prepare.mjs')
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], { encoding: 'utf8' })
  return { status, output: stdout + stderr }
}

let folder: string
beforeEach(() => (folder = writeClone()))
afterEach(() => rmSync(folder, { recursive: true }))

test('installs once, then says nothing', () => {
  expect(prepare(folder)).toMatchObject({ status: 0, output: expect.stringMatching(/Installing/) })
  expect(existsSync(join(folder, 'node_modules/.prepared'))).toBe(true)
  expect(prepare(folder)).toEqual({ status: 0, output: '' })
})

test('installs again when the lock file is no longer the one it installed from', () => {
  prepare(folder)
  writeVersion(folder, '1.0.1')
  rmSync(join(folder, 'node_modules/.package-lock.json'), { force: true })
  expect(prepare(folder).output).toMatch(/Installing/)
})

test('says in one sentence that the packages could not be installed', () => {
  writeFileSync(join(folder, 'package.json'), '{ "dependencies": { "not-in-the-lock": "1.0.0" } }')
  const { status, output } = prepare(folder)
  expect(status).toBe(1)
  expect(output).toMatch(/The packages could not be installed: npm ci ended with code \d+\.\n$/)
  expect(existsSync(join(folder, 'node_modules/.prepared'))).toBe(false)
})
