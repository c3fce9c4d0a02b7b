import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { filesBelow } from '../../config/build-cache'

/**
 * `npm run campaign -- NAME … [--OPTION …]`: what is worth more cases, or more data, than
 * `npm test` has time for. Without names, all of them. Options go to the programs among them.
 */

const ROOT = resolve(__dirname, '../..')

/** Test files that take part, and what the environment says to make them go further. */
type TestCampaign = { files: () => string[]; environment: Record<string, string> }
/** A program of its own, which takes options and ends with 1 when it finds something wrong. */
type ProgramCampaign = { program: string }
type Campaign = TestCampaign | ProgramCampaign

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
  largest: {
    files: () => ['tests/campaign/largest.test.ts'],
    environment: {},
  },
  prices: { program: 'tests/campaign/prices.ts' },
  conflicts: { program: 'tests/campaign/conflicts.ts' },
  flood: { program: 'tests/campaign/flood.ts' },
}

const chosen = (names: readonly string[]): Campaign[] => {
  const known = Object.keys(CAMPAIGNS).join(', ')
  return (names.length > 0 ? names : Object.keys(CAMPAIGNS)).map((name) => {
    const campaign = CAMPAIGNS[name]
    if (!campaign) throw new Error(`no campaign is called ${name}; there are: ${known}`)
    return campaign
  })
}

/** Runs a campaign; resolves with its exit code. */
const run = (campaign: Campaign, options: readonly string[]): Promise<number> =>
  'program' in campaign
    ? start(['--import', 'tsx', campaign.program, ...options], {})
    : start(
        ['node_modules/jest/bin/jest.js', ...JEST_OPTIONS, ...campaign.files()],
        campaign.environment,
      )

const JEST_OPTIONS = [
  ...['-c', 'config/jest.config.ts', '--selectProjects', 'node'],
  '--runTestsByPath',
]

const start = (args: string[], environment: Record<string, string>): Promise<number> =>
  new Promise((done, fail) => {
    const env = { ...process.env, CAMPAIGN: '1', ...environment }
    const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: 'inherit' })
    child.on('error', fail)
    child.on('close', (code) => done(code ?? 1))
  })

const main = async (args: readonly string[]) => {
  const end = args.findIndex((arg) => arg.startsWith('--'))
  const names = end < 0 ? args : args.slice(0, end)
  for (const campaign of chosen(names)) {
    const code = await run(campaign, args.slice(names.length))
    if (code !== 0) process.exitCode = code
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
