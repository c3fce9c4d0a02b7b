import { createRequire } from 'node:module'
import { JSDOM } from 'jsdom'

/**
 * Opens a page of the compiled mini program with the unmodified `miniprogram-simulate`, in its own
 * process because the engine and Taro both use globals: `tsx simulate-page.ts DIST PAGE`.
 * Prints the rendered page as HTML.
 */
const [dist = '', page = ''] = process.argv.slice(2)

type Rendered = {
  attach(parent: Element): void
  dom: Element
  instance: Record<string, unknown> & Record<'onLoad' | 'onShow' | 'onReady', (q?: object) => void>
}
type Simulate = {
  load(path: string, options: object): string
  render(id: string): Rendered
}
type Definition = Record<string, unknown>

const globals = globalThis as unknown as Record<string, unknown>
const { window } = new JSDOM('<!doctype html><body></body>', { pretendToBeVisual: true })
for (const name of ['window', 'document', 'Node', 'Element', 'HTMLElement', 'CustomEvent']) {
  globals[name] = name === 'window' ? window : (window as unknown as Record<string, unknown>)[name]
}

const load = createRequire(__filename)
const simulate = load('miniprogram-simulate') as Simulate
const wx = globals['wx'] as Record<string, unknown>
const MENU_BUTTON = { top: 24, bottom: 56, height: 32, width: 87, left: 296, right: 383 }
const systemInfo = { platform: 'devtools', SDKVersion: '3.5.0', windowWidth: 390, pixelRatio: 2 }
Object.assign(wx, {
  getSystemInfoSync: () => systemInfo,
  getWindowInfo: () => ({ ...systemInfo, statusBarHeight: 20, windowHeight: 844 }),
  getAccountInfoSync: () => ({ miniProgram: {} }),
  getMenuButtonBoundingClientRect: () => MENU_BUTTON,
  canIUse: () => true,
  onAppRoute: () => undefined,
  getStorageSync: () => '',
  setStorageSync: () => undefined,
  nextTick: (callback: () => void) => setTimeout(callback, 0),
  cloud: { init: () => undefined, callFunction: () => Promise.reject(new Error('offline')) },
})

let app: { onLaunch(options: object): void; onShow(options: object): void } | undefined
globals['App'] = (options: typeof app) => (app = options)
globals['getApp'] = () => app
globals['getCurrentPages'] = () => []
globals['Page'] = (options: Definition) => {
  const methods = Object.entries(options).filter(([, value]) => typeof value === 'function')
  const define = globals['Component'] as (definition: Definition) => void
  define({ data: options['data'] ?? {}, methods: Object.fromEntries(methods) })
}

async function main(): Promise<void> {
  load(`${dist}/app.js`)
  app?.onLaunch({ path: page, query: {}, scene: 1001 })
  app?.onShow({})
  const options = { compiler: 'official', rootPath: dist }
  const opened = simulate.render(simulate.load(`${dist}/${page}`, options))
  opened.attach(window.document.body)
  Object.assign(opened.instance, { route: page, __route__: page })
  opened.instance.onLoad({})
  opened.instance.onShow()
  opened.instance.onReady()
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  process.stdout.write(opened.dom.innerHTML)
  process.exit(0)
}

void main()
