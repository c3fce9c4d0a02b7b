import { callAdmin, callShop } from '@local/demo/call'
import { personas } from '@local/demo/personas'
import { fillCatalog } from '@local/demo/seed'
import { startDevcloud } from '@local/devcloud'
import type { Devcloud } from '@local/devcloud-types'
import { BUDGETS } from '../../config/budgets'
import { type Answer, judge, SEARCH_CASES, type SearchCase } from './queries'

/** People find what they type, on the shelves of the demo shop. */

let devcloud: Devcloud
let answers: { one: SearchCase; answer: Answer }[]

beforeAll(async () => {
  devcloud = await startDevcloud({ personas, isTicking: false })
  await fillCatalog(devcloud)
  answers = []
  for (const one of SEARCH_CASES) {
    const who = { devcloud, openid: 'oTest-searcher' }
    const { items, near } = await callShop(who, 'catalog.search', { word: one.query })
    answers.push({ one, answer: { ids: items.map(({ id }) => id), isPartial: near !== null } })
  }
}, 180_000)
afterAll(() => devcloud.close())

it('at least 150 queries are asked, and no query twice', () => {
  const queries = SEARCH_CASES.map(({ query }) => query)
  expect(queries.length).toBeGreaterThanOrEqual(150)
  expect(new Set(queries).size).toBe(queries.length)
})

it('what must be found is among the first five', () => {
  const { recallAt5, missed } = judge(answers)
  expect({ missed, isKept: recallAt5 >= BUDGETS.search.recallAt5 }).toMatchObject({ isKept: true })
})

it('no first hit is a wrong one', () => expect(judge(answers).wrongFirst).toEqual([]))

it('what is met only in part says so, and nothing else does', () =>
  expect(judge(answers).misjudged).toEqual([]))

it('what the shop does not have finds nothing', () => {
  const nothing = answers.filter(({ one }) => one.must.length === 0)
  expect(nothing.length).toBeGreaterThan(10)
  expect(nothing.filter(({ answer }) => answer.ids.length > 0)).toEqual([])
})

it('the staff find the same products by the same words', async () => {
  for (const { one, answer } of answers.slice(0, 20)) {
    const { items } = await callAdmin(devcloud, 'products.list', {
      isOnSale: true,
      word: one.query,
    })
    expect(items.map(({ id }) => id)).toEqual(answer.ids)
  }
})
