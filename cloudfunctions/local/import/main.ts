import { DevcloudError } from '@local/devcloud-error'
import { ImportError } from './import-error'
import { openShop } from './open-shop'
import { readOptions, USAGE } from './options'
import { openProgress } from './progress'
import { reportText, undoText } from './report-text'
import { runImport, runUndo } from './run-import'

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2))
  if (!options) return void process.stdout.write(`${USAGE}\n`)
  const tools = { openShop, progress: openProgress(process.stderr), now: Date.now }
  if (options.mode === 'undo') {
    const taken = await runUndo(options, tools)
    return say(options.isJson ? JSON.stringify(taken) : undoText(options.name, taken))
  }
  const { report, dirtyLines, differenceLines } = await runImport(options, tools)
  if (dirtyLines.length > 0) process.stderr.write(`读不出的行：\n${dirtyLines.join('\n')}\n`)
  if (differenceLines.length > 0) {
    process.stderr.write(`和店里不同的单：\n${differenceLines.join('\n')}\n`)
  }
  say(options.isJson ? JSON.stringify(report) : reportText(report))
}

const say = (text: string): void => void process.stdout.write(`${text}\n`)

main().catch((error: unknown) => {
  const isKnown = error instanceof ImportError || error instanceof DevcloudError
  process.stderr.write(`${isKnown ? error.message : String((error as Error).stack ?? error)}\n`)
  process.exitCode = 1
})
