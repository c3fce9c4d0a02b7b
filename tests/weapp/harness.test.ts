import { join } from 'node:path'
import { type MiniProgram, openMiniProgram, type RunOptions } from './harness'

/** The harness against a hand-written mini program: it must behave like a phone. */

const dist = join(__dirname, 'fixture')
const user = { openid: 'oFixture', appid: 'wxfixture' }
const cloud = {
  call: (name: string, data: unknown, openid: string) =>
    Promise.resolve({ said: `${name} ${openid} ${JSON.stringify(data)}` }),
  pay: () => Promise.resolve(),
}
const open = (options: Partial<RunOptions> = {}) =>
  openMiniProgram({ dist, cloud, user, ...options })

const use = async (test: (app: MiniProgram) => Promise<void>, options?: Partial<RunOptions>) => {
  const app = open(options)
  await test(app)
  app.close()
}

describe('rendering', () => {
  it('lists follow the order of the data after a partial reorder', () =>
    use(async (app) => {
      await app.see('abcd')
      await app.tap('排序')
      await app.see('dbca')
    }))

  it('leaves out hidden elements', () =>
    use(async (app) => {
      expect(app.has('暗处')).toBe(false)
    }))

  it('passes an event from a component to its page', () =>
    use(async (app) => {
      await app.tap('春茶')
      await app.see('春茶!')
      await app.see('1row')
    }))

  it('counts setData calls and bytes', () =>
    use(async (app) => {
      const cost = await app.measure(() => app.tap('数 0'))
      expect(cost).toMatchObject({ setDataCalls: 1, setDataBytes: '{"count":1}'.length })
      expect(cost.nodes).toBeGreaterThan(10)
      expect(cost.depth).toBe(3)
    }))
})

describe('controls', () => {
  it('submits a form with the typed values', () =>
    use(async (app) => {
      await app.input('名字', '一二三四五')
      await app.tap('提交')
      await app.see('{"who":"一二三四"}')
    }))

  it('rejects taps on disabled, missing or ambiguous targets', () =>
    use(async (app) => {
      await expect(app.tap('不可')).rejects.toThrow('disabled')
      await expect(app.tap({ css: '.go' })).rejects.toThrow('3 times')
      await app.tap({ css: '.go', nth: 2 })
      await app.see('page "nowhere" is not found')
    }))

  it('waits for the tap on a modal', () =>
    use(async (app) => {
      await app.tap('问')
      await app.see('删除吗')
      await expect(app.tap('数 0')).rejects.toThrow('covered')
      await app.tap('确定')
      await app.see('modal true')
    }))
})

describe('the script environment', () => {
  it('has no document', async () => {
    const app = open()
    await app.tap('看')
    expect(() => app.close()).toThrow('document is not defined')
  })

  it('does not create code from text', async () => {
    const app = open()
    await app.tap('造')
    expect(() => app.close()).toThrow('may not make code')
  })

  it('calls the cloud as the phone’s user, with data as JSON', () =>
    use(async (app) => {
      await app.tap('呼')
      await app.see('shop oFixture {"operation":"home.show","at":"1970-01-01T00:00:00.000Z"}')
      expect(app.trace.calls).toMatchObject([{ name: 'shop', operation: 'home.show' }])
    }))

  it('keeps storage when reopened, and uses the phone’s clock', async () => {
    const storage = new Map<string, string>()
    await use((app) => app.tap('记'), { storage, now: () => 5 })
    await use(
      async (app) => {
        await app.tap('想')
        await app.see('[{"at":5},""]')
      },
      { storage },
    )
  })

  it('pays or cancels as the user decides', () =>
    use(async (app) => {
      await app.tap('付')
      await app.tap('放弃支付')
      await app.see('requestPayment:fail cancel')
      await app.tap('付')
      await app.tap('确认支付')
      await app.see('requestPayment:ok')
    }))
})

describe('pages', () => {
  it('get their lifecycle hooks in the platform’s order', () =>
    use(async (app) => {
      await app.tap('深')
      await app.see('深处')
      app.back()
      await app.tapTab('购物车')
      await app.tapTab('首页')
      expect(app.path()).toBe('home/index')
      expect(app.run.pages.hookCalls).toEqual([
        'home/index onLoad',
        'home/index onShow',
        'home/index onReady',
        'home/index onHide',
        'more/deep/index onLoad',
        'more/deep/index onShow',
        'more/deep/index onReady',
        'more/deep/index onUnload',
        'home/index onShow',
        'home/index onHide',
        'cart/index onLoad',
        'cart/index onShow',
        'cart/index onReady',
        'cart/index onHide',
        'home/index onShow',
      ])
    }))

  it('receive their query undecoded', () =>
    use(async (app) => {
      await app.tap('深')
      await app.see('word %E8%8C%B6, a 1=2')
    }))

  it('open a tab only by switchTab', () =>
    use(async (app) => {
      await app.tap('标签')
      await app.see('can not navigateTo a tabbar page')
    }))

  it('are limited to ten', () =>
    use(async (app) => {
      await app.tap('深')
      for (let open = 3; open <= 10; open += 1) {
        await app.tap('再深')
        await app.waitFor('one page more', () => app.run.pages.pages().length === open)
      }
      await app.tap('再深')
      await app.see('webview count limit exceed')
    }))
})
