import { openStore } from '@local/database/store'

/** Writes pairs in transactions until it is killed; prints a line after every commit. */
async function main(file: string): Promise<void> {
  const collections = [{ name: 'pairs', indexes: [{ fields: [['n', 'asc'] as const] }] }]
  const store = openStore({ file, clock: { now: () => 0 }, collections })
  for (let n = 0; ; n++) {
    const id = store.begin()
    await store.insert('pairs', [{ _id: `left${n}`, n, pad: 'x'.repeat(2000) }], id)
    await store.insert('pairs', [{ _id: `right${n}`, n }], id)
    store.commit(id)
    process.stdout.write(`${n}\n`)
    // Lets the pipe be written, and the kill arrive anywhere.
    if (n % 20 === 0) await new Promise(setImmediate)
  }
}

void main(process.argv[2] as string)
