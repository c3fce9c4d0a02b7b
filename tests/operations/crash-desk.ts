import { startDesk } from '@local/desk'
import { OWNER, START } from '../builders/shop'

/** A desk in a process of its own, to be killed: `tsx crash-desk.ts FOLDER`; prints its address. */
async function main(dataDir: string): Promise<void> {
  const desk = await startDesk({
    dataDir,
    clock: { frozen: true, start: START },
    personas: [{ openid: OWNER, name: '店主', note: '', role: 'merchant' }],
    poolSize: 2,
  })
  process.stdout.write(`${desk.url}\n`)
}

void main(process.argv[2] ?? '')
