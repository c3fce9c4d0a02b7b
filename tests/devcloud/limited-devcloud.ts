import { startTestDevcloud } from './test-devcloud'

/** A local cloud in a process whose files cannot grow beyond a limit. Argument: FOLDER. */
const main = async () => {
  const devcloud = await startTestDevcloud({ dataDir: process.argv[2] ?? '', poolSize: 1 })
  process.stdout.write(`${devcloud.url}\n`)
}

void main()
