import { startTestDesk } from './test-desk'

/** A desk in a process of its own, on the folder given, that a fault may kill. */
const main = async () => {
  const desk = await startTestDesk({ dataDir: process.argv[2] ?? '', poolSize: 1 })
  process.stdout.write(`${desk.url}\n`)
}

void main()
