import { bestMatch, type FaqEntry, searchFaq } from '@core/domain/service/faq'

const entry = (id: string, question: string, ...alike: string[]): FaqEntry => ({
  id,
  question,
  alike,
  answer: `${question}的回答`,
  isShown: true,
  sort: Number(id.replace(/\D/g, '')) || 0,
  hits: 0,
})

const ENTRIES = [
  entry('f1', '多久发货', '什么时候发货', '还没发货'),
  entry('f2', '怎么退货', '可以退吗', '想退款'),
  entry('f3', '运费怎么算', '包邮吗', '满多少包邮'),
  entry('f4', '茶叶怎么保存', '龙井能放多久'),
  entry('f5', '可以开发票吗', '发票'),
]

describe('S2-41 a question finds its answer', () => {
  it.each([
    ['请问多久发货呀', 'f1'],
    ['我昨天下的单，什么时候发货？', 'f1'],
    ['我想退款，怎么办', 'f2'],
    ['包邮吗', 'f3'],
    ['龙井能放多久啊', 'f4'],
    ['能不能给我开个发票', 'f5'],
  ])('%s → %s', (question, id) => {
    const match = bestMatch(question, ENTRIES)
    expect(match?.entry.id).toBe(id)
    expect(match?.percent).toBeGreaterThanOrEqual(60)
  })

  it.each(['怎么联系你们老板', '樱桃坏了两颗', '可以送到国外吗', '你好'])(
    '%s fits nothing well enough and is left to a person',
    (question) => {
      expect(bestMatch(question, ENTRIES)?.percent ?? 0).toBeLessThan(60)
    },
  )

  it('what is hidden answers nobody, and of two alike the first stands first', () => {
    const hidden = ENTRIES.map((one) => ({ ...one, isShown: one.id !== 'f1' }))
    expect(bestMatch('多久发货', hidden)?.entry.id).not.toBe('f1')
    const twins = [entry('f9', '包邮吗'), entry('f3', '包邮吗')]
    expect(bestMatch('包邮吗', twins)?.entry.id).toBe('f3')
  })

  it('no entries, no words and no letters match nothing', () => {
    expect(bestMatch('多久发货', [])).toBeNull()
    expect(bestMatch('', ENTRIES)).toBeNull()
    expect(bestMatch('？！', ENTRIES)).toBeNull()
  })
})

describe('searching the help', () => {
  it('without a word shows all in their order', () => {
    expect(searchFaq('', ENTRIES).map((one) => one.id)).toEqual(['f1', 'f2', 'f3', 'f4', 'f5'])
  })

  it('finds by question, other wordings and answer; what is not there finds nothing', () => {
    expect(searchFaq('发票', ENTRIES)[0]?.id).toBe('f5')
    expect(searchFaq('包邮', ENTRIES).map((one) => one.id)).toEqual(['f3'])
    expect(searchFaq('飞机', ENTRIES)).toEqual([])
    expect(searchFaq('？', ENTRIES)).toEqual([])
  })
})
