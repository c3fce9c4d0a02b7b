import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { filesBelow } from '../../config/build-cache'

/**
 * `npm run campaign -- NAME …`: what is worth more cases, or more data, than `npm test` has time
 * for. Without names, all of them.
 */

const ROOT = resolve(__dirname, '../..')

/** Which test files take part, and what the environment says to make them go further. */
type Campaign = { files: () => string[]; environment: Record<string, string> }

const testsMentioning = (word: string): string[] =>
  filesBelow([join(ROOT, 'tests')])
    .filter((file) => file.endsWith('.test.ts') && readFileSync(file, 'utf8').includes(word))
    .map((file) => relative(ROOT, file))

const CAMPAIGNS: Record<string, Campaign> = {
  properties: {
    files: () => testsMentioning('propertyRuns('),
    environment: { PROPERTY_RUNS: 'all' },
  },
  year: {
    files: () => ['tests/campaign/real-year.test.ts'],
    environment: {},
  },
}

const chosen = (names: readonly string[]): Campaign[] => {
  const known = Object.keys(CAMPAIGNS).join(', ')
  return (names.length > 0 ? names : Object.keys(CAMPAIGNS)).map((name) => {
    const campaign = CAMPAIGNS[name]
    if (!campaign) throw new Error(`no campaign is called ${name}; there are: ${known}`)
    return campaign
  })
}

/** Runs jest on the campaign's files; resolves with its exit code. */
const run = ({ files, environment }: Campaign): Promise<number> =>
  new Promise((done, fail) => {
    const jest = join(ROOT, 'node_modules/jest/bin/jest.js')
    const args = ['-c', 'config/jest.config.ts', '--selectProjects', 'node', '--runTestsByPath']
    const env = { ...process.env, CAMPAIGN: '1', ...environment }
    const child = spawn(process.execPath, [jest, ...args, ...files()], {
      cwd: ROOT,
      env,
      stdio: 'inherit',
    })
    child.on('error', fail)
    child.on('close', (code) => done(code ?? 1))
  })

const main = async (names: readonly string[]) => {
  for (const campaign of chosen(names)) {
    const code = await run(campaign)
    if (code !== 0) process.exitCode = code
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
