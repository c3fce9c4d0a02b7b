import { startDevcloud } from '@local/devcloud'
import { OWNER, START } from '../builders/shop'

/** A local cloud in a separate process that can be killed; prints its address. Argument: FOLDER. */
async function main(dataDir: string): Promise<void> {
  const devcloud = await startDevcloud({
    dataDir,
    clock: { frozen: true, start: START },
    personas: [{ openid: OWNER, name: '店主', note: '', role: 'merchant' }],
    poolSize: 2,
  })
  process.stdout.write(`${devcloud.url}\n`)
}

void main(process.argv[2] ?? '')
