import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Builds the function bundles once, before the first test that runs them. */
const setup = async () => {
  const file = join(process.cwd(), 'config/functions.build.ts')
  if (!existsSync(file)) return
  const built = (await import(file)) as { buildFunctions: () => Promise<unknown> }
  await built.buildFunctions()
}

export default setup
