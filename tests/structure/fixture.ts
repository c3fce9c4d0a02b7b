import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { ROOT } from './sources'

const TSCONFIG = JSON.stringify({
  compilerOptions: {
    target: 'ES2022',
    module: 'ESNext',
    moduleResolution: 'bundler',
    strict: true,
    jsx: 'react-jsx',
    baseUrl: '.',
    paths: { '@core/*': ['cloudfunctions/core/*'], '@/*': ['src/*'] },
  },
  include: ['src', 'cloudfunctions'],
})

/** A small tree of its own that breaks the house's rules, so that the rules can be seen to fire. */
export const writeTree = (files: Record<string, string>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'structure-'))
  for (const [path, text] of Object.entries({ 'tsconfig.json': TSCONFIG, ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

/** Runs one of the house's tools on such a tree; answers the JSON that it prints. */
export const runTool = (folder: string, tool: string, args: readonly string[]): unknown => {
  const bin = join(ROOT, 'node_modules/.bin', tool)
  const { stdout, stderr } = spawnSync(bin, args, { cwd: folder, encoding: 'utf8' })
  if (!stdout) throw new Error(`${tool} said nothing: ${stderr}`)
  return JSON.parse(stdout)
}
