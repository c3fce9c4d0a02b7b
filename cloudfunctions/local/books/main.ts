import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { DevcloudError } from '@local/devcloud-error'
import { checkBooks } from './check-books'
import { readFolder } from './read-folder'
import { reportText } from './report-text'

const USAGE = `npm run books -- FOLDER [--json]
  Checks everything that is stored in a data folder: stock, money, points, coupons, counters,
  customers and states. Writes nothing; ends with 1 when something is off.
  --json   the result as JSON in the last line`

const FLAGS = {
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const

async function main(args: string[]): Promise<void> {
  const { values, positionals } = parsed(args)
  if (values.help) return void process.stdout.write(`${USAGE}\n`)
  const [folder, ...others] = positionals
  if (folder === undefined || others.length > 0) {
    throw new DevcloudError(`Name one data folder.\n${USAGE}`)
  }
  const { stored, now } = await readFolder(resolve(folder))
  const report = checkBooks(stored, now)
  process.stdout.write(`${values.json ? JSON.stringify(report) : reportText(report)}\n`)
  if (report.broken.length > 0) process.exitCode = 1
}

function parsed(args: string[]) {
  try {
    return parseArgs({ args, options: FLAGS, allowPositionals: true })
  } catch (error) {
    throw new DevcloudError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`)
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  const isKnown = error instanceof DevcloudError
  process.stderr.write(`${isKnown ? error.message : String((error as Error).stack ?? error)}\n`)
  process.exitCode = 2
})
