import { join } from 'node:path'
import type { DocumentOf } from '@core/data/documents'
import { type CollectionName } from '@core/data/documents'
import { stamped } from '@core/data/schemas'
import type { SkuDocument } from '@core/data/stock/documents'
import { Vault } from '@core/data/vault'
import type { Address } from '@core/domain/addresses/address'
import type { Instant } from '@core/kernel/calendar'
import { APP, COLLECTIONS } from '@core/operations/app'
import { openStore, type Store } from '@local/database/store'
import type { Document } from '@local/database/values'
import { openSecrets } from '@local/secrets'
import { brands, categories, goods, tags } from './goods'
import { afterSale, identity, lineOf, member, order } from './trade'
import { article, favourite, grant, type Place, question, review, searchWord } from './voices'

/** How much is stored: what the issue speaks of, and of the rest as much as goes with it. */
export const SIZE = {
  products: 10_000,
  members: 5_000,
  orders: 100_000,
  afterSales: 4_000,
  reviews: 20_000,
  questions: 4_000,
  articles: 500,
  grants: 15_000,
  favourites: 10_000,
  searchWords: 1_000,
} as const

/** Documents written at once. */
const BATCH = 2_000

const STREETS = ['文三路 478 号', '龙井路 1 号', '解放路 88 号', '中山路 9 号']

/** Writes documents into collections; they are created batch by batch. */
class Filler {
  constructor(private readonly store: Store) {}

  /** Writes `many` documents, each created from its number. */
  async add<C extends CollectionName>(
    name: C,
    many: number,
    make: (no: number) => DocumentOf<C>,
  ): Promise<void> {
    for (let from = 0; from < many; from += BATCH) {
      const batch = Array.from({ length: Math.min(BATCH, many - from) }, (_, k) =>
        stamped(APP.upcasts, name, make(from + k)),
      )
      // As the SDK would send them: undefined fields are omitted.
      await this.store.insert(name, batch as unknown as Document[])
    }
  }

  async addAll<C extends CollectionName>(name: C, all: readonly DocumentOf<C>[]): Promise<void> {
    await this.add(name, all.length, (no) => all[no]!)
  }
}

/** Addresses sealed with the keys of the data folder, one for each customer. */
async function sealing(folder: string): Promise<(member: number) => string> {
  const { dataKey, dataHashKey } = await openSecrets(join(folder, 'secrets.json'))
  const vault = new Vault(dataKey, dataHashKey)
  const sealed = STREETS.map((street) =>
    vault.seal({
      name: '林晚',
      phone: '13800006021',
      province: '浙江省',
      city: '杭州市',
      district: '西湖区',
      street,
    } satisfies Address),
  )
  return (no) => sealed[no % sealed.length]!
}

/**
 * Writes the big shop into an empty data folder, straight into the store of the local cloud: by
 * operations it would take hours. The documents are made by the shop's own functions.
 */
export async function fillBigShop(folder: string, now: Instant): Promise<void> {
  const clock = { now: () => now }
  const file = join(folder, 'database.db')
  const addressOf = await sealing(folder)
  const store = openStore({ file, clock, collections: COLLECTIONS })
  const filler = new Filler(store)
  try {
    const skus = await fillGoods(filler, now)
    const { members } = SIZE
    await filler.add('members', members, (no) => member(no, now, addressOf(no)))
    await filler.add('identities', members, (no) => identity(no, now))
    const market = { members, lines: skus.map(lineOf), addressOf, now }
    await filler.add('orders', SIZE.orders, (no) => order(no, market))
    await filler.add('afterSales', SIZE.afterSales, (no) => afterSale(no, order(no, market)))
    await fillVoices(filler, { products: SIZE.products, members, now })
  } finally {
    store.close()
  }
}

/** Writes only what a big shop sells, into an empty data folder: a matter of seconds. */
export async function fillBigShelves(folder: string, now: Instant): Promise<void> {
  await openSecrets(join(folder, 'secrets.json'))
  const file = join(folder, 'database.db')
  const store = openStore({ file, clock: { now: () => now }, collections: COLLECTIONS })
  try {
    await fillGoods(new Filler(store), now)
  } finally {
    store.close()
  }
}

async function fillGoods(filler: Filler, now: Instant): Promise<SkuDocument[]> {
  await filler.addAll('categories', categories())
  await filler.addAll('tags', tags())
  await filler.addAll('settings', [{ _id: 'brands', names: brands() }])
  const all = goods(SIZE.products, now)
  await filler.add('products', all.length, (no) => all[no]!.product)
  const skus = all.flatMap((one) => one.skus)
  await filler.addAll('skus', skus)
  return skus
}

async function fillVoices(filler: Filler, place: Place): Promise<void> {
  await filler.add('reviews', SIZE.reviews, (no) => review(no, place))
  await filler.add('questions', SIZE.questions, (no) => question(no, place))
  await filler.add('articles', SIZE.articles, (no) => article(no, place))
  await filler.add('couponGrants', SIZE.grants, (no) => grant(no, place))
  await filler.add('favourites', SIZE.favourites, (no) => favourite(no, place))
  await filler.add('searchWords', SIZE.searchWords, (no) => searchWord(no, place))
}
