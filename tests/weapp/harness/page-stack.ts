import { posix } from 'node:path'
import type { Instance, View } from './engine'
import type { Manifest } from './manifest'
import { type MakeApi, ApiError } from './wx/api'

/** A page that is open. */
export type OpenPage = { path: string; query: Record<string, string>; view: View }

/** The platform's limit on open pages (WeChat docs, framework). */
const PAGES_MAX = 10

/** What a page stack needs to open a page. */
export type PageStackOptions = {
  manifest: Manifest
  /** Makes a page ready to be shown: its script run, its template rendered. */
  create(path: string): View
  onError(error: unknown): void
  copy<T>(value: T): T
}

/** `path?query` as the platform reads it: values stay as they were written, escapes and all. */
const parse = (url: string, from: string) => {
  const [named = '', query = ''] = url.split('?')
  const path = named.startsWith('/') ? named.slice(1) : posix.join(posix.dirname(from), named)
  const pairs = query
    .split('&')
    .filter(Boolean)
    .map((pair) => {
      const [key = '', ...value] = pair.split('=')
      return [key, value.join('=')] as const
    })
  return { path: path.replace(/\.html$/, ''), query: Object.fromEntries(pairs) }
}

/** The open pages of a mini program and the platform's ways between them. */
export const pageStack = ({ manifest, create, onError, copy }: PageStackOptions) => {
  let stack: OpenPage[] = []
  /** Tab pages stay alive once opened. */
  const tabs = new Map<string, OpenPage>()
  const isTab = (path: string) => manifest.tabs.includes(path)
  const top = () => stack.at(-1)

  const hookCalls: string[] = []
  const callHook = (page: OpenPage, name: string, ...values: unknown[]): unknown => {
    hookCalls.push(`${page.path} ${name}`)
    const react = page.view.instance[name]
    if (typeof react !== 'function') return undefined
    try {
      return react.call(page.view.instance, ...values)
    } catch (error) {
      onError(error)
      return undefined
    }
  }
  const show = (page: OpenPage) => {
    page.view.holder.hidden = false
    callHook(page, 'onShow')
  }
  const hide = (page: OpenPage) => {
    page.view.holder.hidden = true
    callHook(page, 'onHide')
  }
  const unload = (page: OpenPage) => {
    callHook(page, 'onUnload')
    page.view.remove()
    tabs.delete(page.path)
  }
  const open = (path: string, query: Record<string, string>): OpenPage => {
    const page = { path, query, view: create(path) }
    const instance: Instance = page.view.instance
    Object.assign(instance, { route: path, __route__: path, options: copy(query) })
    stack.push(page)
    if (isTab(path)) tabs.set(path, page)
    callHook(page, 'onLoad', copy(query))
    show(page)
    callHook(page, 'onReady')
    return page
  }
  const target = (url: string) => {
    const found = parse(url, top()?.path ?? '')
    if (!manifest.pages.includes(found.path)) {
      throw new ApiError(`page "${found.path}" is not found`)
    }
    return found
  }
  const notTab = (path: string) => {
    if (isTab(path)) throw new ApiError('can not navigateTo a tabbar page')
  }

  const navigateTo = (url: string) => {
    const { path, query } = target(url)
    notTab(path)
    if (stack.length >= PAGES_MAX) throw new ApiError('webview count limit exceed')
    const before = top()
    if (before) hide(before)
    open(path, query)
  }
  const redirectTo = (url: string) => {
    const { path, query } = target(url)
    notTab(path)
    const before = stack.pop()
    if (before) unload(before)
    open(path, query)
  }
  const navigateBack = (delta = 1) => {
    if (stack.length <= 1) throw new ApiError('cannot navigate back at first page.')
    const gone = stack.splice(Math.max(1, stack.length - delta))
    gone.reverse().forEach(unload)
    const now = top()
    if (now) show(now)
  }
  const switchTab = (url: string) => {
    const { path, query } = target(url)
    if (!isTab(path)) throw new ApiError('can not switch to no-tabBar page')
    if (Object.keys(query).length > 0) throw new ApiError('a tab takes no query')
    const now = top()
    if (now?.path === path) return
    stack
      .filter((page) => !isTab(page.path))
      .reverse()
      .forEach(unload)
    const before = stack.find((page) => isTab(page.path))
    if (before && before.path !== path) hide(before)
    const known = tabs.get(path)
    stack = known ? [known] : []
    if (known) show(known)
    else open(path, {})
  }
  const reLaunch = (url: string) => {
    const { path, query } = target(url)
    closeAll()
    open(path, query)
  }
  const closeAll = () => {
    const open = new Set([...stack, ...tabs.values()])
    stack = []
    ;[...open].reverse().forEach(unload)
  }

  return {
    top,
    /** Everything the platform told the pages, in order: `path onShow`. */
    lives: hookCalls as readonly string[],
    pages: (): readonly OpenPage[] => stack,
    tell: callHook,
    navigateTo,
    redirectTo,
    navigateBack,
    switchTab,
    reLaunch,
    closeAll,
  }
}

export type PageStack = ReturnType<typeof pageStack>

/** `wx.navigateTo` and its relatives over a page stack. */
export const navigationApis = (pages: PageStack, api: MakeApi) => ({
  navigateTo: api('navigateTo', ({ url }: { url: string }) => pages.navigateTo(url)),
  redirectTo: api('redirectTo', ({ url }: { url: string }) => pages.redirectTo(url)),
  switchTab: api('switchTab', ({ url }: { url: string }) => pages.switchTab(url)),
  reLaunch: api('reLaunch', ({ url }: { url: string }) => pages.reLaunch(url)),
  navigateBack: api('navigateBack', ({ delta }: { delta?: number }) => pages.navigateBack(delta)),
})
