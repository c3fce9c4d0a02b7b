import { DevcloudError } from '@local/devcloud-error'
import { ImportError } from './import-error'
import { openShop } from './open-shop'
import { readOptions, USAGE } from './options'
import { openProgress } from './progress'
import { reportText } from './report-text'
import { runImport } from './run-import'

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2))
  if (!options) return void process.stdout.write(`${USAGE}\n`)
  const progress = openProgress(process.stderr)
  const { report, dirtyLines } = await runImport(options, { openShop, progress, now: Date.now })
  if (dirtyLines.length > 0) process.stderr.write(`Dirty rows:\n${dirtyLines.join('\n')}\n`)
  process.stdout.write(`${options.isJson ? JSON.stringify(report) : reportText(report)}\n`)
}

main().catch((error: unknown) => {
  const isKnown = error instanceof ImportError || error instanceof DevcloudError
  process.stderr.write(`${isKnown ? error.message : String((error as Error).stack ?? error)}\n`)
  process.exitCode = 1
})
