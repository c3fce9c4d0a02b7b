import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'
import { BUDGETS } from '../../config/budgets'
import { buildFunctions } from '../../config/functions.build'
import { type Bench, median } from './row'

const ROOT = resolve(__dirname, '../..')
/** Enough for a median that two runs agree on. */
const RUNS = 15

const LOAD = `
const startedAt = process.hrtime.bigint()
require(process.argv[1])
process.stdout.write(String(Number(process.hrtime.bigint() - startedAt) / 1e6))
process.exit(0)
`

/** Milliseconds a new process needs to load a bundle. */
const loadMs = (file: string) =>
  Number(spawnSync(process.execPath, ['-e', LOAD, file], { encoding: 'utf8' }).stdout)

/** The SDK alone, bundled as a function is. */
const bundleSdk = async (folder: string) => {
  const outfile = join(folder, 'sdk.js')
  await build({
    stdin: { contents: "module.exports = require('wx-server-sdk')", resolveDir: ROOT },
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node18',
    minify: true,
    legalComments: 'none',
  })
  return outfile
}

/** The time a cold start takes to load a function, compared with the SDK alone. */
export const loadTime: Bench = {
  name: 'load',
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'bench-'))
    const built = await buildFunctions()
    const files = { sdk: await bundleSdk(folder), shop: fileOf(built, 'shop') }
    const seen = { sdk: [] as number[], shop: [] as number[] }
    // Alternately, so that other load on the machine affects both alike.
    for (let run = 0; run < RUNS; run += 1) {
      seen.sdk.push(loadMs(files.sdk))
      seen.shop.push(loadMs(files.shop))
    }
    rmSync(folder, { recursive: true })
    const [sdk, shop] = [median(seen.sdk), median(seen.shop)]
    return [
      { name: 'load the bare SDK', value: sdk, unit: 'ms' },
      { name: 'load the function shop', value: shop, unit: 'ms' },
      {
        name: 'shop over the bare SDK',
        value: shop / sdk,
        unit: '×',
        max: BUDGETS.functions.loadOverSdk,
      },
    ]
  },
}

const fileOf = (built: readonly { name: string; file: string }[], name: string) => {
  const found = built.find((one) => one.name === name)
  if (!found) throw new Error(`the function ${name} was not built`)
  return found.file
}
