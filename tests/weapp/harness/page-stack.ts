import { posix } from 'node:path'
import type { Instance, View } from './engine'
import type { Manifest } from './manifest'
import { ApiError, type MakeApi } from './wx/api'

/** A page that is open. */
export type OpenPage = { path: string; query: Record<string, string>; view: View }

/** The platform's limit on open pages (WeChat docs, framework). */
const PAGES_MAX = 10

export type PageStackOptions = {
  manifest: Manifest
  /** Runs the page's script and renders its template. */
  create(path: string): View
  onError(error: unknown): void
  copy<T>(value: T): T
}

/** Parses `path?query` as the platform does: values are not decoded. */
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

/** The open pages of a mini program and the platform's navigation. */
export const pageStack = ({ manifest, create, onError, copy }: PageStackOptions) => {
  let stack: OpenPage[] = []
  /** Tab pages are kept once opened. */
  const tabs = new Map<string, OpenPage>()
  const isTab = (path: string) => manifest.tabs.includes(path)
  const top = () => stack.at(-1)

  const hookCalls: string[] = []
  const callHook = (page: OpenPage, name: string, ...values: unknown[]): unknown => {
    hookCalls.push(`${page.path} ${name}`)
    const hook = page.view.instance[name]
    if (typeof hook !== 'function') return undefined
    try {
      return hook.call(page.view.instance, ...values)
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
    const closed = stack.splice(Math.max(1, stack.length - delta))
    closed.reverse().forEach(unload)
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
    /** All lifecycle hooks called, in order: `path onShow`. */
    hookCalls: hookCalls as readonly string[],
    pages: (): readonly OpenPage[] => stack,
    callHook,
    navigateTo,
    redirectTo,
    navigateBack,
    switchTab,
    reLaunch,
    closeAll,
  }
}

export type PageStack = ReturnType<typeof pageStack>

/** `wx.navigateTo` and related calls over a page stack. */
export const navigationApis = (pages: PageStack, api: MakeApi) => ({
  navigateTo: api('navigateTo', ({ url }: { url: string }) => pages.navigateTo(url)),
  redirectTo: api('redirectTo', ({ url }: { url: string }) => pages.redirectTo(url)),
  switchTab: api('switchTab', ({ url }: { url: string }) => pages.switchTab(url)),
  reLaunch: api('reLaunch', ({ url }: { url: string }) => pages.reLaunch(url)),
  navigateBack: api('navigateBack', ({ delta }: { delta?: number }) => pages.navigateBack(delta)),
})
