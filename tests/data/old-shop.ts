import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Vault } from '@core/data/vault'
import { COLLECTIONS } from '@core/operations/app'
import { openStore } from '@local/database/store'
import type { Document } from '@local/database/values'
import { openSecrets } from '@local/secrets'
import { ADDRESS, openShop, START, type TestShop } from '../builders/shop'

/** The member of the fixtures, and the WeChat user they are. */
export const OLD_MEMBER = 'm1000000000000001'

/** Documents as the release before the sections wrote them, made by that release's own code. */
export const fixture = (name: 'old-members' | 'old-events' | 'old-ledger'): Document[] =>
  JSON.parse(readFileSync(join(__dirname, `fixtures/${name}.json`), 'utf8')) as Document[]

/** A shop on a database that the previous release filled: the fixtures and copies of the member. */
export async function openOldShop(copies = 0): Promise<TestShop> {
  const dataDir = mkdtempSync(join(tmpdir(), 'old-shop-'))
  const { dataKey, dataHashKey } = await openSecrets(join(dataDir, 'secrets.json'))
  const vault = new Vault(dataKey, dataHashKey)
  const contact = { address: vault.seal(ADDRESS), phoneHash: vault.hash(ADDRESS.phone) }
  const [known, stranger] = fixture('old-members')
  const others = Array.from({ length: copies }, (_, no) => ({
    ...known,
    _id: `m2${String(no).padStart(15, '0')}`,
  }))
  const store = openStore({
    file: join(dataDir, 'database.db'),
    clock: { now: () => START },
    collections: COLLECTIONS,
  })
  await store.insert('members', [{ ...known!, ...contact }, stranger!, ...others] as Document[])
  await store.insert('events', fixture('old-events'))
  await store.insert('pointsLedger', fixture('old-ledger'))
  await store.insert('identities', [{ _id: 'wx:oTest-old', memberId: OLD_MEMBER, at: START }])
  store.close()
  const shop = await openShop({ dataDir })
  return {
    ...shop,
    close: async () => {
      await shop.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
