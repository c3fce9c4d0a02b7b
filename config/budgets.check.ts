import { buildFunctions } from './functions.build'
import { buildPages } from './pages.build'
import { functionSizes, type Size, weappSizes } from './sizes'

/** Prints the size of everything that is uploaded beside its budget; fails when one is over. */

const line = ({ name, bytes, bytesMax }: Size) => {
  const kb = (value: number) => `${Math.ceil(value / 1024)} KB`
  const verdict = bytes <= bytesMax ? 'ok  ' : 'OVER'
  return `${verdict} ${name}: ${kb(bytes)} of ${kb(bytesMax)}`
}

const main = async () => {
  const functions = functionSizes(await buildFunctions())
  await buildPages('weapp')
  if (functions.length === 0) throw new Error('no function was built')
  const sizes = [...weappSizes(), ...functions]
  for (const size of sizes) process.stdout.write(`${line(size)}\n`)
  if (sizes.some(({ bytes, bytesMax }) => bytes > bytesMax)) process.exitCode = 1
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
