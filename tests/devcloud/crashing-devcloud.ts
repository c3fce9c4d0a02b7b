import { startTestDevcloud } from './test-devcloud'

/** A local cloud in a process of its own, on the folder given, that a fault may kill. */
const main = async () => {
  const devcloud = await startTestDevcloud({ dataDir: process.argv[2] ?? '', poolSize: 1 })
  process.stdout.write(`${devcloud.url}\n`)
}

void main()
